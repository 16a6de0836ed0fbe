package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.transport.Listener;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A server: listeners, the sessions they bring, and the handler that answers them. Thread-safe. */
public interface OvsdbServer extends AutoCloseable {
    /** Where it listens, with real ports. */
    List<Listener> listeners();

    /** The sessions as they are now, in the order in which they began. */
    List<ServerConnection> sessions();

    /**
     * Accepts no more peers, reads nothing more, lets what was asked be answered and what was queued leave, within a time
     * limit; then ends every session and closes the handler.
     */
    CompletableFuture<Void> closeAsync();

    /** As {@link #closeAsync()}, and waits for it. */
    @Override
    void close();
}
