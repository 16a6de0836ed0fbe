package dev.ovsdb.jsonrpc.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.testing.ManualEventLoop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The ends of a stream inside the JVM are those of the SPI, as over a socket. */
class InMemoryTransportTest {
    private final ManualEventLoop loop = new ManualEventLoop();
    private final InMemoryTransport.Pair pair = InMemoryTransport.pair(loop);

    private static class Recorder implements TransportListener {
        final List<String> heard = new ArrayList<>();

        @Override
        public void onBytes(ByteBuffer bytes) {
            heard.add(bytes.remaining() + " bytes");
        }

        @Override
        public void onWritable() {}

        @Override
        public void onClosed(@Nullable Throwable cause) {
            heard.add("closed: " + (cause == null ? "orderly" : cause.getMessage()));
        }
    }

    @Test
    void anEndBeforeTheStartIsToldAfterIt() {
        var recorder = new Recorder();
        loop.run(() -> pair.first().abort(new IOException("before")));
        loop.run(() -> pair.first().start(recorder));
        assertThat(recorder.heard).containsExactly("closed: before");
    }

    @Test
    void aCloseBeforeTheStartIsToldOnce() {
        var recorder = new Recorder();
        loop.run(() -> {
            pair.first().close();
            pair.first().start(recorder);
        });
        loop.run();
        assertThat(recorder.heard).containsExactly("closed: orderly");
    }

    @Test
    void aListenerThatThrowsEndsTheTransport() {
        var recorder = new Recorder() {
            @Override
            public void onBytes(ByteBuffer bytes) {
                throw new IllegalStateException("cannot read this");
            }
        };
        var other = new Recorder();
        loop.run(() -> {
            pair.first().start(recorder);
            pair.second().start(other);
            pair.second().send(List.of(ByteBuffer.wrap(new byte[3]), ByteBuffer.wrap(new byte[4])));
        });
        assertThat(recorder.heard).containsExactly("closed: cannot read this");
        assertThat(other.heard).containsExactly("closed: connection reset by peer");
    }

    @Test
    void aListenerThatThrowsWhenTheReadIsCompleteEndsTheTransport() {
        var recorder = new Recorder() {
            @Override
            public void onReadComplete() {
                throw new IllegalStateException("cannot use this");
            }
        };
        loop.run(() -> {
            pair.first().start(recorder);
            pair.second().send(List.of(ByteBuffer.wrap(new byte[3])));
        });
        assertThat(recorder.heard).containsExactly("3 bytes", "closed: cannot use this");
    }
}
