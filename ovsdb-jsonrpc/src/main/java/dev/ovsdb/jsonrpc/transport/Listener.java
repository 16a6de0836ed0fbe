package dev.ovsdb.jsonrpc.transport;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import java.net.SocketAddress;
import java.util.concurrent.CompletableFuture;

/** A place where peers are awaited. Thread-safe. */
public interface Listener extends AutoCloseable {
    /** Where it listens, with the real port if the system was left to choose it. */
    ConnectionMethod.Passive method();

    /** The same as an address. */
    SocketAddress boundAddress();

    /** The real port; 0 for a Unix socket. */
    int port();

    /**
     * Accepts no more. Peers that were handed over stay connected; one that is still in its TLS handshake is dropped, and
     * one that is being handed over at this moment may still come. A Unix socket's file is removed.
     */
    CompletableFuture<Void> closeAsync();

    /** As {@link #closeAsync()}, without waiting. */
    @Override
    void close();
}
