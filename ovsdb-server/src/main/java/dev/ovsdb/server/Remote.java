package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A connection method that the server uses: it listens there, or connects there and keeps connecting, until it is removed.
 * Thread-safe.
 */
public interface Remote {
    RemoteOptions options();

    /** The method, with the real port of a listener that let the system choose. */
    ConnectionMethod method();

    /**
     * The first attempt to listen, whose failure is {@link ConnectFailedException}; it is made again every second all the same.
     * An active method has completed at once: whether the peer is there is its affair.
     */
    CompletableFuture<Remote> firstAttempt();

    /** Its sessions as they are now, in the order in which they began. */
    List<ServerConnection> sessions();

    /** How it is, just now. */
    RemoteStatus status();

    /**
     * Goes on with other options. What concerns connections alone (probe, back-off, code point, TLS) holds at once or from the
     * next connection on; another role or read-only ends the sessions it has.
     *
     * @throws IllegalArgumentException if the method is another, which makes another remote
     */
    void update(RemoteOptions options);

    /** Listens or connects no more, and ends its sessions. Completes when nothing is left of it. */
    CompletableFuture<Void> remove();
}
