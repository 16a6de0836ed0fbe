package dev.ovsdb.jsonrpc.transport;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import java.util.concurrent.CompletableFuture;

/** Opens transports. Thread-safe. */
public interface Connector {
    /**
     * Connects to a peer. A host name is resolved anew each time and its addresses are tried in turn; with TLS the
     * handshake is part of connecting.
     *
     * @return a future that completes on the transport's event loop, or exceptionally, on any thread, with {@link
     *     ConnectFailedException}. If it was cancelled or completed by then, the transport is closed.
     * @throws IllegalArgumentException if the method needs TLS options and there are none
     */
    CompletableFuture<Transport> connect(ConnectionMethod.Active method, ConnectOptions options);
}
