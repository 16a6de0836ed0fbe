package dev.ovsdb.jsonrpc.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.connection.Call.TimeoutFrom;
import dev.ovsdb.jsonrpc.testing.Json;
import dev.ovsdb.jsonrpc.testing.ManualEventLoop;
import dev.ovsdb.jsonrpc.transport.InMemoryTransport;
import dev.ovsdb.jsonrpc.transport.TransportListener;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A reply above 2 GiB passes through the connection in pieces; no part of it is kept. */
class LargeReplyTest {
    private static final long PIECES = 2060;

    private final ManualEventLoop loop = new ManualEventLoop();
    private final InMemoryTransport.Pair pair = InMemoryTransport.pair(loop);
    private final byte[] piece = piece();

    /** A mebibyte of elements that follow another. */
    private static byte[] piece() {
        String element = ",\"" + "0123456789abcdef".repeat(63) + "01234567890\"";
        byte[] text = element.repeat(1024).getBytes(StandardCharsets.US_ASCII);
        assertThat(text.length).isBetween(1_040_000, 1_060_000);
        return text;
    }

    /** Sends one piece whenever the one before has been taken. */
    private final class Producer implements TransportListener {
        private long sent;

        @Override
        public void onBytes(ByteBuffer bytes) {
            send(Json.text("{'id':0,'result':[0").getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void onWritable() {
            if (sent < PIECES) {
                sent++;
                send(piece);
            } else if (sent++ == PIECES) {
                send(Json.text("],'error':null}").getBytes(StandardCharsets.US_ASCII));
            }
        }

        @Override
        public void onClosed(@Nullable Throwable cause) {}

        private void send(byte[] bytes) {
            pair.second().send(List.of(ByteBuffer.wrap(bytes)));
        }
    }

    private static final class Counter implements BodyConsumer<Long> {
        private long bytes;
        private int largest;

        @Override
        public void onChunk(ByteBuffer chunk) {
            bytes += chunk.remaining();
            largest = Math.max(largest, chunk.remaining());
        }

        @Override
        public Long onEnd() {
            assertThat(largest).isLessThan(2_000_000);
            return bytes;
        }
    }

    @Test
    void isCountedToItsLastByte() {
        var connection = JsonRpcConnection.open(pair.first(), ConnectionOptions.defaults(), PeerHandler.NONE);
        loop.run(() -> pair.second().start(new Producer()));
        CompletableFuture<Long> size = connection
                .call(new Call<>(
                        "get", JsonBytes.EMPTY_ARRAY, Duration.ofMinutes(1), TimeoutFrom.LAST_BYTE, Counter::new))
                .future();
        loop.run();
        assertThat(size).isCompletedWithValue(PIECES * piece.length + 3);
        assertThat(PIECES * piece.length).isGreaterThan(Integer.MAX_VALUE);
    }
}
