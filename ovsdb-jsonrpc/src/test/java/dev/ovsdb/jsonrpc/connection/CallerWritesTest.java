package dev.ovsdb.jsonrpc.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonRpcException;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.jsonrpc.testing.ManualEventLoop;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.Transport;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import dev.ovsdb.jsonrpc.transport.TransportListener;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CallerWritesTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final ManualEventLoop loop = new ManualEventLoop();
    private final Wire wire = new Wire();
    private final JsonRpcConnection connection = JsonRpcConnection.open(
            wire, ConnectionOptions.builder().noInactivityProbe().build(), PeerHandler.NONE);

    /** The first call arms the timer that covers later ones, so the loop has to write it. */
    @BeforeEach
    void haveTheFirstCallAnswered() {
        CompletableFuture<JsonValue> first = call("first");
        assertThat(wire.takeWritten()).isEmpty();
        loop.run();
        assertThat(wire.takeWritten()).isEqualTo(request(0, "first"));
        reply(0);
        assertThat(first).isCompletedWithValue(JsonValue.of("0"));
    }

    @Test
    void aLoneCallIsWrittenByItsCaller() {
        CompletableFuture<JsonValue> future = call("lone");
        assertThat(wire.takeWritten()).isEqualTo(request(1, "lone"));
        reply(1);
        assertThat(future).isCompletedWithValue(JsonValue.of("1"));
        assertThat(connection.pendingCalls()).isZero();
    }

    @Test
    void aSecondCallIsTheLoops() {
        CompletableFuture<JsonValue> lone = call("lone");
        CompletableFuture<JsonValue> second = call("second");
        assertThat(wire.takeWritten()).isEqualTo(request(1, "lone"));
        loop.run();
        assertThat(wire.takeWritten()).isEqualTo(request(2, "second"));
        reply(2);
        reply(1);
        assertThat(List.of(lone.join(), second.join())).containsExactly(JsonValue.of("1"), JsonValue.of("2"));
    }

    @Test
    void nothingOvertakesWhatWasQueuedBefore() {
        connection.notify("note", JsonBytes.EMPTY_ARRAY);
        call("lone");
        assertThat(wire.takeWritten()).isEmpty();
        loop.run();
        assertThat(wire.takeWritten())
                .isEqualTo("{\"id\":null,\"method\":\"note\",\"params\":[]}" + request(1, "lone"));
    }

    @Test
    void aLargeCallIsTheLoops() {
        connection.call("large", JsonValue.of("x".repeat(5000)));
        assertThat(wire.takeWritten()).isEmpty();
        loop.run();
        assertThat(wire.takeWritten()).hasSizeGreaterThan(5000);
    }

    @Test
    void aCallOfAShorterTimeOutThanIsWatchedForIsTheLoops() {
        connection.call(Call.of("short", JsonBytes.EMPTY_ARRAY, Duration.ofSeconds(1)));
        assertThat(wire.takeWritten()).isEmpty();
    }

    @Test
    void nobodyWritesWhileTheTransportHasABacklog() {
        wire.queued = 1;
        connection.notify("note", JsonBytes.EMPTY_ARRAY);
        loop.run();
        wire.takeWritten();
        call("lone");
        assertThat(wire.takeWritten()).isEmpty();
    }

    @Nested
    class WhenTheKernelTakesOnlyAPart {
        @Test
        void theLoopWritesTheRestBeforeAnythingElse() {
            wire.room = 10;
            CompletableFuture<JsonValue> lone = call("lone");
            call("second");
            assertThat(wire.takeWritten()).isEqualTo(request(1, "lone").substring(0, 10));
            loop.run();
            assertThat(wire.takeWritten()).isEqualTo(request(1, "lone").substring(10) + request(2, "second"));
            reply(1);
            assertThat(lone).isCompleted();
        }

        @Test
        void closingSendsTheRestToo() {
            wire.room = 10;
            call("lone");
            connection.close();
            loop.run();
            assertThat(wire.takeWritten()).isEqualTo(request(1, "lone"));
            assertThat(wire.closed).isTrue();
        }
    }

    @Nested
    class WhenNoReplyComes {
        @Test
        void theCallTimesOutThoughTheLoopWasNotWoken() {
            CompletableFuture<JsonValue> future = call("lone");
            loop.advance(TIMEOUT.minusNanos(1));
            assertThat(future).isNotDone();
            loop.advance(Duration.ofNanos(1));
            assertThatThrownBy(future::join).hasCauseInstanceOf(RequestTimeoutException.class);
            assertThat(connection.pendingCalls()).isZero();
        }

        @Test
        void theCallFailsWithTheConnection() {
            CompletableFuture<JsonValue> future = call("lone");
            loop.run(() -> wire.listener().onClosed(null));
            assertThatThrownBy(future::join)
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            ConnectionClosedException.class,
                            closed -> assertThat(closed.requestWritten()).isTrue());
        }

        @Test
        void theCallCanBeCancelled() {
            CompletableFuture<JsonValue> future = call("lone");
            future.cancel(false);
            loop.run();
            assertThat(connection.pendingCalls()).isZero();
            reply(1); // Late, and no surprise.
            assertThat(connection.isOpen()).isTrue();
        }
    }

    @Test
    void afterTheEndACallIsRefused() {
        connection.close();
        assertThat(call("late"))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(JsonRpcException.class);
        loop.run();
        assertThat(wire.takeWritten()).isEmpty();
    }

    private CompletableFuture<JsonValue> call(String method) {
        return connection.call(method);
    }

    private void reply(long id) {
        String text = "{\"id\":" + id + ",\"result\":\"" + id + "\",\"error\":null}";
        loop.run(() -> {
            wire.listener().onBytes(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            wire.listener().onReadComplete();
        });
    }

    private static String request(long id, String method) {
        return "{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":[]}";
    }

    /** A transport that takes bytes of any thread, and shows in which order they came. */
    private final class Wire implements Transport {
        private final StringBuilder written = new StringBuilder();
        private @Nullable TransportListener listener;
        private int room = Integer.MAX_VALUE; // For the next bytes that do not come through the loop.
        private long queued;
        private boolean closed;

        String takeWritten() {
            String taken = written.toString();
            written.setLength(0);
            return taken;
        }

        TransportListener listener() {
            assertThat(listener).isNotNull();
            return listener;
        }

        @Override
        public boolean canWriteNow() {
            return true;
        }

        @Override
        public void writeNow(ByteBuffer bytes) {
            while (bytes.hasRemaining() && room > 0) {
                room--;
                written.append((char) bytes.get());
            }
            room = Integer.MAX_VALUE;
        }

        @Override
        public void send(List<ByteBuffer> bytes) {
            bytes.forEach(buffer -> written.append(StandardCharsets.UTF_8.decode(buffer)));
        }

        @Override
        public EventLoop eventLoop() {
            return loop;
        }

        @Override
        public TransportInfo info() {
            return new TransportInfo(TransportInfo.Kind.MEMORY, "wire", null, null, null);
        }

        @Override
        public void start(TransportListener newListener) {
            listener = newListener;
        }

        @Override
        public long queuedBytes() {
            return queued;
        }

        @Override
        public void pauseReading() {}

        @Override
        public void resumeReading() {}

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public void abort(Throwable cause) {
            closed = true;
        }
    }
}
