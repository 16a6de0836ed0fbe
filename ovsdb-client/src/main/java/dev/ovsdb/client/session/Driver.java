package dev.ovsdb.client.session;

import java.util.concurrent.CompletableFuture;

/** Brings a session its conversations, and is the one owner of its state. */
interface Driver {
    /** Begins. Any thread. */
    void start();

    /** Ends the session. Any thread, any number of times. */
    void close();

    /** Completes when everything that the session held is released. */
    CompletableFuture<Void> released();
}
