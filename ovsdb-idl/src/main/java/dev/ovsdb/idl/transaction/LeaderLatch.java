package dev.ovsdb.idl.transaction;

import dev.ovsdb.client.lock.Lock;
import dev.ovsdb.client.lock.LockListener;
import dev.ovsdb.idl.Idl;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One of several programs leads: the one whose session owns a lock of the server. It stands for election until it is closed, again
 * after each lost connection. What it writes asserts the lock, so that the server refuses the writes of one that was deposed and has
 * not heard of it. Thread-safe.
 */
public final class LeaderLatch implements AutoCloseable {
    private final Idl idl;
    private final String name;
    private final Transactor transactor;
    private final CompletableFuture<Lock> lock;

    private LeaderLatch(Idl idl, String name, Transactor transactor, CompletableFuture<Lock> lock) {
        this.idl = idl;
        this.name = name;
        this.transactor = transactor;
        this.lock = lock;
    }

    /**
     * Stands for election. Returns at once.
     *
     * @param name the lock's
     * @param listener told on the event loop when leadership is gained and lost
     * @throws IllegalArgumentException if the name is no {@code <id>}
     * @throws IllegalStateException if the replica's session asked for that lock before
     */
    public static LeaderLatch on(Idl idl, String name, LockListener listener) {
        Objects.requireNonNull(listener, "listener");
        return new LeaderLatch(idl, name, Transactor.of(idl), idl.client().lock(name, listener));
    }

    /** The same without a listener. */
    public static LeaderLatch on(Idl idl, String name) {
        return on(idl, name, new LockListener() {});
    }

    /** The same candidate, whose transactions have these options. */
    public LeaderLatch with(TransactionOptions options) {
        return new LeaderLatch(idl, name, transactor.with(options), lock);
    }

    /** The name of the lock. */
    public String name() {
        return name;
    }

    /** Whether this program leads, as far as the server has told. */
    public boolean isLeader() {
        Lock asked = asked();
        return asked != null && asked.owned();
    }

    private @Nullable Lock asked() {
        return lock.isDone() && !lock.isCompletedExceptionally() ? lock.join() : null;
    }

    /**
     * Completes when this program next leads, at once if it does.
     *
     * @return fails as {@link Lock#acquired} does, and as {@link dev.ovsdb.client.OvsdbClient#lock} if the lock could not be asked for
     */
    public CompletableFuture<Void> elected() {
        return lock.thenCompose(Lock::acquired).thenAccept(owned -> {});
    }

    /** As {@link Transactor#transact}, while leading; ends as {@link Ending.NotLocked} else, without running the function. */
    public Ending transact(TransactionBody body) {
        return isLeader() ? transactor.transact(asserting(body)) : new Ending.NotLocked(name);
    }

    /** As {@link Transactor#transactAsync}, while leading; ends as {@link Ending.NotLocked} else, without running the function. */
    public CompletableFuture<Ending> transactAsync(Executor executor, TransactionBody body) {
        return isLeader()
                ? transactor.transactAsync(executor, asserting(body))
                : CompletableFuture.completedFuture(new Ending.NotLocked(name));
    }

    private TransactionBody asserting(TransactionBody body) {
        return tx -> {
            tx.assertLock(name);
            body.run(tx);
        };
    }

    /** Leads no more, and stands for election no more. Returns at once; closing twice is harmless. */
    @Override
    public void close() {
        lock.thenAccept(Lock::unlock);
        lock.cancel(false);
    }
}
