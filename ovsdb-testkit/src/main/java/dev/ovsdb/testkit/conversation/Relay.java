package dev.ovsdb.testkit.conversation;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.transport.Acceptor;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.Connector;
import dev.ovsdb.jsonrpc.transport.Transport;
import dev.ovsdb.jsonrpc.transport.TransportListener;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Connects each peer that is met with a server, and carries the bytes between the two. When one ends, so does the other; a peer whose
 * server cannot be reached is hung up on. Nothing is read from a side while much waits for the other.
 *
 * @param connector whose loops the peers' transports run on
 * @param options how the server is reached, with certificates if that is by TLS
 */
public record Relay(Connector connector, ConnectionMethod.Active server, ConnectOptions options) implements Acceptor {
    private static final long MOST_QUEUED = 1 << 20;

    /** To a server without TLS. */
    public Relay(Connector connector, ConnectionMethod.Active server) {
        this(connector, server, ConnectOptions.defaults());
    }

    @Override
    public void accepted(Transport peer) {
        connector
                .connect(server, options, peer.eventLoop()) // One loop, so that neither waits for the other.
                .whenComplete((toServer, failure) -> {
                    if (failure != null) {
                        peer.abort(failure);
                        return;
                    }
                    peer.start(new Half(peer, toServer));
                    toServer.start(new Half(toServer, peer));
                });
    }

    /** Hands on what comes from one side. */
    private record Half(Transport from, Transport to) implements TransportListener {
        @Override
        public void onBytes(ByteBuffer bytes) {
            ByteBuffer kept = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
            to.send(List.of(kept));
            if (to.queuedBytes() > MOST_QUEUED) from.pauseReading();
        }

        @Override
        public void onWritable() {
            to.resumeReading();
        }

        @Override
        public void onClosed(@Nullable Throwable cause) {
            if (cause == null) to.close();
            else to.abort(cause);
        }
    }
}
