package dev.ovsdb.idl.change;

import java.util.concurrent.CompletableFuture;

/** A listener that was registered. */
public interface Registration extends AutoCloseable {
    /** Tells it nothing more from now on, but what is being told. Closing twice is harmless. */
    @Override
    void close();

    /**
     * Completes when nothing more will be told: normally after {@link #close}, and when the replica is over and its last change was
     * told; with what the executor threw ({@link java.util.concurrent.RejectedExecutionException}) if it would not run the listener.
     */
    CompletableFuture<Void> ended();
}
