package dev.ovsdb.jsonrpc.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.jsonrpc.connection.Call.TimeoutFrom;
import dev.ovsdb.jsonrpc.metrics.CallOutcome;
import dev.ovsdb.jsonrpc.metrics.ConnectionListener;
import dev.ovsdb.jsonrpc.testing.Aftermath;
import dev.ovsdb.jsonrpc.testing.ManualEventLoop;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The user's code throws where it should not, or closes where nobody expects it: every call ends all the same. */
class UnrulyCodeTest {
    private static final MalformedMessageException NONSENSE = new MalformedMessageException("nonsense", 7);

    private final ManualEventLoop loop = new ManualEventLoop();
    private final ScriptedPeer peer = new ScriptedPeer(loop);
    private @Nullable JsonRpcConnection opened;

    private JsonRpcConnection open(PeerHandler handler, ConnectionListener listener) {
        ConnectionOptions options =
                ConnectionOptions.builder().listener(listener).build();
        opened = JsonRpcConnection.open(peer.transport(), options, handler);
        loop.run();
        return opened;
    }

    private JsonRpcConnection open(PeerHandler handler) {
        return open(handler, ConnectionListener.NONE);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        if (opened != null) {
            Aftermath.check(loop, opened);
        }
    }

    /** Throws wherever it is called. */
    private static final class Rebel implements BodyConsumer<Void> {
        @Override
        public void onChunk(ByteBuffer chunk) {}

        @Override
        public Void onEnd() {
            throw NONSENSE;
        }

        @Override
        public void onFailure(Throwable cause) {
            throw NONSENSE;
        }
    }

    @Test
    void aMethodThatJsonCannotHoldIsRefusedAtOnceAndHarmsNothing() {
        JsonRpcConnection connection = open(PeerHandler.NONE);
        peer.on("good").reply("1");
        assertThatThrownBy(() -> connection.call("half \ud800")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> connection.notify("nul \0", JsonBytes.EMPTY_ARRAY))
                .isInstanceOf(IllegalArgumentException.class);
        CompletableFuture<JsonValue> good = connection.call("good");
        loop.run();
        assertThat(good).isCompletedWithValue(JsonValue.of(1));
        assertThat(connection.pendingCalls()).isZero();
    }

    @Test
    void aConsumerThatThrowsWhenItIsToldOfTheEndKeepsNoCallAlive() {
        JsonRpcConnection connection = open(new PeerHandler() {
            @Override
            public BodyConsumer<Void> streamNotification(String method) {
                return new Rebel();
            }
        });
        peer.on("download").send("{'id':$id,'result':[1");
        CompletableFuture<Void> download = connection
                .call(new Call<>("download", JsonBytes.EMPTY_ARRAY, Duration.ZERO, TimeoutFrom.REQUEST, Rebel::new))
                .future();
        peer.on("quiet").stayQuiet();
        CompletableFuture<JsonValue> quiet = connection.call("quiet");
        loop.run();
        peer.reset();
        loop.run();
        assertThat(download).isCompletedExceptionally();
        assertThat(quiet).isCompletedExceptionally();
        assertThat(connection.closed()).isDone();
    }

    @Test
    void aStreamThatIsCutWhileItsConsumerRebelsEndsEveryCall() {
        JsonRpcConnection connection = open(new PeerHandler() {
            @Override
            public BodyConsumer<Void> streamNotification(String method) {
                return new Rebel();
            }
        });
        peer.on("quiet").stayQuiet();
        CompletableFuture<JsonValue> quiet = connection.call("quiet");
        peer.send("{'method':'update','params':[1,");
        loop.run();
        peer.reset();
        loop.run();
        assertThat(quiet).isCompletedExceptionally();
        assertThat(connection.closed()).isDone();
    }

    @Test
    void aHandlerThatThrowsAtTheEndDoesNotKeepTheConnectionFromEnding() {
        JsonRpcConnection connection = open(new PeerHandler() {
            @Override
            public void onClosed(@Nullable Throwable cause) {
                throw NONSENSE;
            }
        });
        peer.hangUp();
        loop.run();
        assertThat(connection.closed()).isCompletedWithValueMatching(ConnectionClosedException.class::isInstance);
    }

    @Test
    void aHandlerThatFindsNonsenseWhenTheReadIsCompleteClosesTheConnection() {
        JsonRpcConnection connection = open(new PeerHandler() {
            @Override
            public void onReadComplete() {
                throw NONSENSE;
            }
        });
        CompletableFuture<JsonValue> call = connection.call("any");
        loop.run();
        assertThat(connection.closed()).isCompletedWithValue(NONSENSE);
        assertThat(call).isCompletedExceptionally();
    }

    @Test
    void anObserverThatThrowsIsNotHeardOf() {
        JsonRpcConnection connection = open(PeerHandler.NONE, new ConnectionListener() {
            @Override
            public void callFinished(TransportInfo info, String method, CallOutcome outcome, long nanos) {
                throw new IllegalStateException("observer");
            }

            @Override
            public void bytesSent(TransportInfo info, long bytes, long queued, int pending) {
                throw new IllegalStateException("observer");
            }

            @Override
            public void connectionClosed(TransportInfo info, @Nullable Throwable cause) {
                throw new IllegalStateException("observer");
            }
        });
        peer.on("one").reply("1");
        CompletableFuture<JsonValue> one = connection.call("one");
        CompletableFuture<JsonValue> quiet = connection.call("two");
        peer.on("two").stayQuiet();
        loop.run();
        assertThat(one).isCompletedWithValue(JsonValue.of(1));
        peer.hangUp();
        loop.run();
        assertThat(quiet).isCompletedExceptionally();
        assertThat(connection.closed()).isDone();
    }

    @Test
    void closingFromAnObserverInTheMiddleOfAWriteSendsWhatWasQueuedBefore() {
        var closer = new ConnectionListener() {
            @Override
            public void readingPaused(TransportInfo info, boolean paused) {
                if (opened != null) {
                    opened.close();
                }
            }
        };
        JsonRpcConnection connection = open(PeerHandler.NONE, closer);
        connection.pauseReading();
        connection.notify("note", JsonBytes.EMPTY_ARRAY);
        CompletableFuture<JsonValue> call = connection.call("call");
        loop.run();
        assertThat(peer.received("note")).hasSize(1);
        assertThat(peer.received("call")).hasSize(1);
        assertThat(call).isCompletedExceptionally();
    }
}
