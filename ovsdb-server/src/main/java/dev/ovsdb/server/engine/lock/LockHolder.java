package dev.ovsdb.server.engine.lock;

/** One who asks for locks, and is told what becomes of them. Told apart by identity. */
public interface LockHolder {
    /** The lock is this holder's now, or still. */
    void locked(String lock);

    /** Somebody took the lock away. */
    void stolen(String lock);
}
