package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.framing.BodySink;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Hands the pieces of a notification's parameters to their consumer, until that fails. */
final class ParamsSink implements BodySink {
    private final Inbound inbound;
    private final String method;
    private @Nullable BodyConsumer<Void> consumer;

    ParamsSink(Inbound inbound, String method, BodyConsumer<Void> consumer) {
        this.inbound = inbound;
        this.method = method;
        this.consumer = consumer;
    }

    @Override
    public void onChunk(ByteBuffer chunk) {
        BodyConsumer<Void> current = consumer;
        if (current != null && !inbound.guarded(method, () -> current.onChunk(chunk))) {
            consumer = null;
        }
    }

    void end() {
        BodyConsumer<Void> current = consumer;
        consumer = null;
        if (current != null) {
            inbound.guarded(method, current::onEnd);
        }
    }

    void fail(Throwable cause) {
        BodyConsumer<Void> current = consumer;
        consumer = null;
        if (current != null) {
            inbound.atTheEnd(method, () -> current.onFailure(cause));
        }
    }

    @Override
    public void onReplaced() {
        fail(new IllegalStateException("the peer gave other parameters"));
    }
}
