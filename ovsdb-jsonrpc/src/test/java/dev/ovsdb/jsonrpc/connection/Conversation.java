package dev.ovsdb.jsonrpc.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonRpcException;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.connection.Call.TimeoutFrom;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One of each: small and streamed results, an error, a call that is never answered; notifications kept and streamed; a
 * request of the peer and its answer. For tests that break it somewhere.
 */
public final class Conversation {
    /** At least so many bytes come from the peer. */
    public static final int RECEIVED = 500;

    /** At least so many bytes go to the peer. */
    public static final int SENT = 200;

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final JsonRpcConnection connection;
    private final List<CompletableFuture<?>> calls = new ArrayList<>();
    private final AtomicInteger openBodies = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();

    private Conversation(Transport transport, ConnectionOptions options) {
        connection = JsonRpcConnection.open(transport, options, new Handler());
    }

    /** The peer's part. */
    public static void script(ScriptedPeer peer) {
        peer.on("small").reply("['caf\u00e9',1.5e3,null]").thenNotify("update", "['id',{'a':[1,2]}]");
        peer.on("large").reply("{'rows':[" + "'0123456789',".repeat(20) + "true]}");
        peer.on("refused").replyError("{'error':'no','details':'not \\\\u00e9 today'}");
        peer.on("ask back").send("{'id':'q','method':'question','params':[1]}").reply("{}");
        peer.on("unanswered").thenNotify("stream", "[1,[2,3],{'x':'y'}]").stayQuiet();
    }

    /** Says all of this side's part at once, over a transport on which the peer is scripted. */
    public static Conversation begin(Transport transport, ConnectionOptions options) {
        var conversation = new Conversation(transport, options);
        conversation.call("small", () -> BodyConsumer.buffered(JsonBytes::toValue));
        conversation.call("large", conversation::body);
        conversation.call("refused", conversation::body);
        conversation.call("ask back", () -> BodyConsumer.buffered(JsonBytes::toValue));
        conversation.call("unanswered", conversation::body);
        return conversation;
    }

    private <T> void call(String method, Supplier<? extends BodyConsumer<T>> result) {
        calls.add(connection
                .call(new Call<>(method, JsonBytes.of(JsonValue.array()), TIMEOUT, TimeoutFrom.LAST_BYTE, result))
                .future());
    }

    private BodyConsumer<Void> body() {
        openBodies.incrementAndGet();
        return new BodyConsumer<>() {
            @Override
            public void onChunk(ByteBuffer chunk) {
                assertThat(chunk.hasRemaining()).isTrue();
            }

            @Override
            public @Nullable Void onEnd() {
                openBodies.decrementAndGet();
                return null;
            }

            @Override
            public void onFailure(Throwable cause) {
                openBodies.decrementAndGet();
            }
        };
    }

    private final class Handler implements PeerHandler {
        @Override
        public void onRequest(IncomingRequest request) {
            request.reply(request.params());
        }

        @Override
        public @Nullable BodyConsumer<Void> streamNotification(String method) {
            return method.equals("stream") ? body() : null;
        }

        @Override
        public void onClosed(@Nullable Throwable cause) {
            ends.incrementAndGet();
        }
    }

    public JsonRpcConnection connection() {
        return connection;
    }

    /** The cause with which it ended; null while it has not, or if there was none. */
    public @Nullable Throwable cause() {
        return connection.closed().getNow(null);
    }

    /** Completes when no call is open. One that was made while the connection ended may be refused a moment later. */
    public CompletableFuture<Void> callsEnded() {
        return CompletableFuture.allOf(calls.stream()
                .map(call -> call.handle((value, failure) -> value))
                .toArray(CompletableFuture<?>[]::new));
    }

    /** What must hold once it and its calls have ended, wherever it broke. */
    public void assertAllEnded() {
        assertThat(connection.closed()).isDone();
        assertThat(connection.isOpen()).isFalse();
        assertThat(connection.pendingCalls()).isZero();
        assertThat(ends).hasValue(1);
        assertThat(openBodies).hasValue(0);
        for (CompletableFuture<?> call : calls) {
            assertThat(call).isDone();
            Throwable failure = call.handle((value, thrown) -> thrown).join();
            if (failure != null) {
                Throwable typed = failure instanceof CompletionException ? failure.getCause() : failure;
                assertThat(typed).isInstanceOf(JsonRpcException.class);
            }
        }
        assertThat(calls.get(calls.size() - 1)).isCompletedExceptionally();
    }
}
