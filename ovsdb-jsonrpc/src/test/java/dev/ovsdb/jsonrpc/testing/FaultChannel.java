package dev.ovsdb.jsonrpc.testing;

import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.Transport;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import dev.ovsdb.jsonrpc.transport.TransportListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transport that breaks on demand: cuts the stream at a byte, hands bytes on in small pieces or late, or swallows them.
 * Each fault may be set before or while bytes flow, on the loop or between its turns.
 */
public final class FaultChannel implements Transport {
    private final Transport real;
    private long cutAfterReceived = Long.MAX_VALUE;
    private long cutAfterSent = Long.MAX_VALUE;
    private long injectAfterReceived = Long.MAX_VALUE;
    private byte[] injected = {};
    private int pieceSize = Integer.MAX_VALUE;
    private Duration delay = Duration.ZERO;
    private boolean blackHole;
    private long received;
    private long sent;

    public FaultChannel(Transport real) {
        this.real = real;
    }

    /** Breaks the stream when so many bytes have been handed on to the listener. */
    public FaultChannel cutAfterReceived(long bytes) {
        cutAfterReceived = bytes;
        return this;
    }

    /** Breaks the stream when so many bytes have been sent. */
    public FaultChannel cutAfterSent(long bytes) {
        cutAfterSent = bytes;
        return this;
    }

    /** Hands bytes on in pieces of at most this size, each as a read of its own. */
    public FaultChannel pieces(int size) {
        pieceSize = size;
        return this;
    }

    /** Puts bytes that nobody sent between the first so many received and the rest. */
    public FaultChannel injectAfterReceived(long bytes, byte[] garbage) {
        injectAfterReceived = bytes;
        injected = garbage;
        return this;
    }

    /** Hands bytes on so much later. */
    public FaultChannel delay(Duration time) {
        delay = time;
        return this;
    }

    /** Swallows all bytes, both ways, and says nothing: a peer that lost its power. */
    public FaultChannel blackHole(boolean on) {
        blackHole = on;
        return this;
    }

    @Override
    public void start(TransportListener listener) {
        real.start(new FaultyListener(listener));
    }

    private final class FaultyListener implements TransportListener {
        private final TransportListener listener;
        private boolean ended;

        FaultyListener(TransportListener listener) {
            this.listener = listener;
        }

        @Override
        public void onBytes(ByteBuffer bytes) {
            if (blackHole) {
                return;
            }
            if (delay.isZero()) {
                handOn(bytes);
            } else {
                ByteBuffer copy =
                        ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
                real.eventLoop().schedule(delay, () -> handOn(copy));
            }
        }

        private void handOn(ByteBuffer bytes) {
            while (bytes.hasRemaining() && !ended) {
                inject();
                long room = cutAfterReceived - received;
                if (room <= 0) {
                    abort(new IOException("cut after " + received + " bytes received"));
                    return;
                }
                int length = (int) Math.min(Math.min(room, untilInjection()), Math.min(pieceSize, bytes.remaining()));
                listener.onBytes(bytes.slice(bytes.position(), length));
                bytes.position(bytes.position() + length);
                received += length;
                if (!ended) {
                    listener.onReadComplete();
                }
            }
            if (received >= cutAfterReceived && !ended) {
                abort(new IOException("cut after " + received + " bytes received"));
            }
        }

        private long untilInjection() {
            return injectAfterReceived > received ? injectAfterReceived - received : Long.MAX_VALUE;
        }

        private void inject() {
            if (received == injectAfterReceived) {
                injectAfterReceived = Long.MAX_VALUE;
                listener.onBytes(ByteBuffer.wrap(injected));
            }
        }

        @Override
        public void onWritable() {
            listener.onWritable();
        }

        @Override
        public void onClosed(@Nullable Throwable cause) {
            if (delay.isZero()) {
                end(cause);
            } else {
                real.eventLoop().schedule(delay, () -> end(cause));
            }
        }

        private void end(@Nullable Throwable cause) {
            ended = true;
            listener.onClosed(cause);
        }
    }

    @Override
    public void send(List<ByteBuffer> bytes) {
        if (blackHole) {
            return;
        }
        List<ByteBuffer> kept = new ArrayList<>();
        for (ByteBuffer buffer : bytes) {
            int length = (int) Math.min(cutAfterSent - sent, buffer.remaining());
            kept.add(buffer.slice(buffer.position(), length));
            sent += length;
        }
        real.send(kept);
        if (sent >= cutAfterSent) {
            real.eventLoop().execute(() -> abort(new IOException("cut after " + sent + " bytes sent")));
        }
    }

    @Override
    public EventLoop eventLoop() {
        return real.eventLoop();
    }

    @Override
    public TransportInfo info() {
        return real.info();
    }

    @Override
    public long queuedBytes() {
        return real.queuedBytes();
    }

    @Override
    public void pauseReading() {
        real.pauseReading();
    }

    @Override
    public void resumeReading() {
        real.resumeReading();
    }

    @Override
    public void close() {
        real.close();
    }

    @Override
    public void abort(Throwable cause) {
        real.abort(cause);
    }
}
