package dev.ovsdb.jsonrpc.transport;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import java.util.concurrent.CompletableFuture;

/** Opens transports. Thread-safe. */
public interface Connector {
    /** One of the loops that transports run on, in turn: for an owner that wants its timers and transports on one loop. */
    EventLoop eventLoop();

    /** Connects to a peer, on whichever loop is next. */
    default CompletableFuture<Transport> connect(ConnectionMethod.Active method, ConnectOptions options) {
        return connect(method, options, eventLoop());
    }

    /**
     * Connects to a peer. A host name is resolved anew each time and its addresses are tried in turn; with TLS the
     * handshake is part of connecting.
     *
     * @param loop which the transport will run on: one that {@link #eventLoop()} gave
     * @return a future that completes on the transport's event loop, or exceptionally, on any thread, with {@link
     *     ConnectFailedException}. If it was cancelled or completed by then, the transport is closed.
     * @throws IllegalArgumentException if the method needs TLS options and there are none
     */
    CompletableFuture<Transport> connect(ConnectionMethod.Active method, ConnectOptions options, EventLoop loop);
}
