package dev.ovsdb.idl;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.lock.Lock;
import dev.ovsdb.client.lock.LockListener;
import dev.ovsdb.idl.change.ChangeListener;
import dev.ovsdb.idl.change.Registration;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.idl.transaction.Ending;
import dev.ovsdb.idl.transaction.LeaderLatch;
import dev.ovsdb.idl.transaction.TransactionBody;
import dev.ovsdb.idl.transaction.Transactor;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A live replica of a database.
 *
 * <p>It is read from any thread, without locks ({@link Replica}, {@link #view}); it tells each change in order ({@link #listen}); and
 * it heals itself: after a lost connection it goes on where it was, or reads everything anew and tells only what really differs.
 */
public interface Idl extends Replica, AutoCloseable {
    /** Begins the description of a replica. */
    static IdlBuilder of(Interest interest) {
        return new IdlBuilder(interest);
    }

    /** What is held, with the conditions that were set last. */
    Interest interest();

    /** The session that it works on. */
    OvsdbClient client();

    /** Where it stands at this moment. */
    IdlState state();

    /**
     * Completes when the first contents are there. Fails with what stopped it before that, and with {@link
     * java.util.concurrent.CancellationException} if it was closed.
     */
    CompletableFuture<Void> live();

    /** Completes when it is over: normally if it was closed, with what stopped it otherwise. */
    CompletableFuture<Void> stopped();

    /** Holds the newest version. */
    View view();

    /**
     * Replaces conditions: of the tables that are named here, and no others. Those that are equal to what is set are not sent again.
     *
     * @throws java.util.NoSuchElementException if a table is not held
     */
    ConditionChange setConditions(MonitorConditions conditions);

    /** The last change of conditions that the contents are by; 0 for those that the replica began with. */
    long conditionSequence();

    /**
     * Has a listener told each change from now on. If contents are there already it is told these first, as an initial change, so that
     * it misses nothing.
     *
     * @param executor runs the listener, one change at a time, in order
     */
    Registration listen(Executor executor, ChangeListener listener);

    /**
     * Takes in what has arrived, on the calling thread, if the replica was built with {@link IdlBuilder#manual}. Listeners on the
     * calling thread's executor are told by their executors as always.
     *
     * @return whether anything was taken in
     * @throws IllegalStateException if it was not built so
     */
    boolean run();

    /** Whether {@link #run} has to be called for anything to be taken in. */
    boolean isManual();

    /**
     * Completes when there is a version newer than a view's, at once if there is one now. Fails with {@link
     * java.util.concurrent.CancellationException} when the replica stops.
     *
     * @param view of this replica, not closed
     */
    CompletableFuture<Void> newerThan(View view);

    // ---- Writing.

    /** Runs transactions on the database, with the default options. */
    Transactor transactor();

    /** As {@link Transactor#transact}, with the default options. */
    default Ending transact(TransactionBody body) {
        return transactor().transact(body);
    }

    /** As {@link Transactor#transactAsync}, with the default options. */
    default CompletableFuture<Ending> transactAsync(Executor executor, TransactionBody body) {
        return transactor().transactAsync(executor, body);
    }

    /** Asks for a lock, as {@link OvsdbClient#lock(String, LockListener)}; {@link LeaderLatch} makes use of one. */
    default CompletableFuture<Lock> lock(String name, LockListener listener) {
        return client().lock(name, listener);
    }

    /**
     * Ends it: its monitor is cancelled, and its session closed if it is its own. Returns at once; closing twice is harmless. What it
     * holds can still be read.
     */
    @Override
    void close();
}
