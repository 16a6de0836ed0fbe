package dev.ovsdb.client.conversation;

import dev.ovsdb.jsonrpc.connection.BodyConsumer;
import dev.ovsdb.protocol.rpc.ResultReader;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Reads a body as it arrives. */
final class StreamedBody<T> implements BodyConsumer<T> {
    private final ResultReader<T> reader;
    private final Consumer<Throwable> onFailure;

    /** @param onFailure told if the body breaks off */
    StreamedBody(ResultReader<T> reader, Consumer<Throwable> onFailure) {
        this.reader = reader;
        this.onFailure = onFailure;
    }

    @Override
    public void onChunk(ByteBuffer chunk) {
        try {
            reader.feed(chunk);
        } catch (RuntimeException e) {
            onFailure.accept(e);
            throw e;
        }
    }

    @Override
    public T onEnd() {
        try {
            return reader.finish();
        } catch (RuntimeException e) {
            onFailure.accept(e);
            throw e;
        }
    }

    @Override
    public void onFailure(Throwable cause) {
        onFailure.accept(cause);
    }
}
