package dev.ovsdb.jsonrpc.transport;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import java.util.concurrent.CompletableFuture;

/** Awaits peers. Thread-safe. */
public interface Binder {
    /**
     * Listens, and hands over each peer that connects; one over TLS when its handshake is complete.
     *
     * @return a future that completes when peers can connect, or exceptionally with {@link ConnectFailedException}
     * @throws IllegalArgumentException if the method needs TLS options with a certificate and there are none
     */
    CompletableFuture<Listener> listen(ConnectionMethod.Passive method, ListenOptions options, Acceptor acceptor);
}
