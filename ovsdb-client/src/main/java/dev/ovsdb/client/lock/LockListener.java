package dev.ovsdb.client.lock;

/**
 * Told who owns a lock, on the session's event loop and in wire order. Registered before the request leaves: the server
 * may send {@code locked} right behind its reply.
 */
public interface LockListener {
    /** This session owns the lock from now on. */
    default void onAcquired(Lock lock) {}

    /**
     * This session owned the lock and does not any more.
     *
     * @param reason what took it
     */
    default void onLost(Lock lock, LossReason reason) {}

    /** Why a lock was lost. */
    enum LossReason {
        /** Another session stole it. A lock got by {@code lock} is still waited for, one got by {@code steal} is not. */
        STOLEN,
        /** The connection ended; the lock is asked for again with the next one. */
        DISCONNECTED,
        /** It was given back with {@code unlock}. */
        UNLOCKED,
        /** After a reconnect the server refused the lock. */
        REFUSED
    }
}
