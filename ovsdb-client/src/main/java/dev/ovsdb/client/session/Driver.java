package dev.ovsdb.client.session;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Brings a session its conversations, and is the one owner of its state. */
interface Driver {
    /** Begins. Any thread. */
    void start();

    /** Ends the session. Any thread, any number of times. */
    void close();

    /**
     * Leaves the present connection, or the present wait, for a new one. Any thread.
     *
     * @throws IllegalStateException if the session cannot dial
     */
    void forceReconnect();

    /**
     * Uses these remotes from now on. Any thread.
     *
     * @throws IllegalArgumentException if they are none, or of a kind that the session cannot dial
     * @throws IllegalStateException if the session cannot dial
     */
    void setRemotes(List<? extends ConnectionMethod.Active> remotes);

    /** Completes when everything that the session held is released. */
    CompletableFuture<Void> released();
}
