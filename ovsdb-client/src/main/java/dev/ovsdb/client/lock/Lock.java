package dev.ovsdb.client.lock;

import java.util.concurrent.CompletableFuture;

/**
 * A lock that this session owns or waits for. Thread-safe.
 *
 * <p>After a lost connection it is asked for again with {@code lock}, also if it was stolen before: two thieves that
 * reconnect must not take it from each other for ever.
 */
public interface Lock {
    /** The lock's name. */
    String name();

    /** Whether this session owns it now, as far as the server has told. */
    boolean owned();

    /**
     * Ends when the session next owns the lock, at once if it does now.
     *
     * @return a future of its own for each call; it fails with {@code CancellationException} once the lock is unlocked,
     *     with {@code ConnectionClosedException} when the session is closed, with {@code RemoteErrorException} if the
     *     server refuses the lock after a reconnect
     */
    CompletableFuture<Lock> acquired();

    /**
     * Gives the lock back, or stops waiting for it. Asking twice is harmless.
     *
     * @return completes when the server has answered, or at once when there is no connection: the lock has fallen with
     *     it, or the lock was unlocked before. Fails with {@code RemoteErrorException}, {@code RequestTimeoutException} or
     *     {@code ConnectionClosedException}; the session does not ask for the lock again in any case
     */
    CompletableFuture<Void> unlock();
}
