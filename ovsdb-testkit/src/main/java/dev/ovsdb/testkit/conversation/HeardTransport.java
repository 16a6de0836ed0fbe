package dev.ovsdb.testkit.conversation;

import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.Transport;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import dev.ovsdb.jsonrpc.transport.TransportListener;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transport that has both of its directions listened to: what the peer says, and what this side says. Only its loop writes ({@link
 * #canWriteNow} stays false), so that a request is always heard before its answer.
 */
abstract class HeardTransport implements Transport {
    private final Transport transport;
    private final MessageEar peer;
    private final MessageEar own;

    HeardTransport(Transport transport, MessageEar peer, MessageEar own) {
        this.transport = transport;
        this.peer = peer;
        this.own = own;
    }

    /** The listener, with what comes heard first. */
    final TransportListener heard(TransportListener listener, Runnable atEnd) {
        return new TransportListener() {
            @Override
            public void onBytes(ByteBuffer bytes) {
                peer.hear(bytes);
                listener.onBytes(bytes);
            }

            @Override
            public void onReadComplete() {
                listener.onReadComplete();
            }

            @Override
            public void onWritable() {
                listener.onWritable();
            }

            @Override
            public void onClosed(@Nullable Throwable cause) {
                own.end();
                peer.end();
                atEnd.run();
                listener.onClosed(cause);
            }
        };
    }

    @Override
    public EventLoop eventLoop() {
        return transport.eventLoop();
    }

    @Override
    public TransportInfo info() {
        return transport.info();
    }

    @Override
    public void send(List<ByteBuffer> bytes) {
        bytes.forEach(own::hear);
        transport.send(bytes);
    }

    @Override
    public long queuedBytes() {
        return transport.queuedBytes();
    }

    @Override
    public void pauseReading() {
        transport.pauseReading();
    }

    @Override
    public void resumeReading() {
        transport.resumeReading();
    }

    @Override
    public void close() {
        transport.close();
    }

    @Override
    public void abort(Throwable cause) {
        transport.abort(cause);
    }
}
