package dev.ovsdb.idl;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.lock.Lock;
import dev.ovsdb.client.lock.LockListener;
import dev.ovsdb.idl.change.ChangeListener;
import dev.ovsdb.idl.change.Changes;
import dev.ovsdb.idl.change.Registration;
import dev.ovsdb.idl.change.Tracker;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.idl.transaction.Ending;
import dev.ovsdb.idl.transaction.LeaderLatch;
import dev.ovsdb.idl.transaction.TransactionBody;
import dev.ovsdb.idl.transaction.Transactor;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Predicate;

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
     * Replaces conditions: of the tables that are named here, and no others. Those that are equal to what is set are not sent again. They
     * are kept over reconnects; before the first contents, these are asked for with them.
     *
     * @throws java.util.NoSuchElementException if a table is not held
     */
    ConditionChange setConditions(MonitorConditions conditions);

    /** The last change of conditions that the contents are by; 0 for those that the replica began with. */
    long conditionSequence();

    /**
     * Has a listener told each change from now on: update by update, in order, those of silent columns aside. If contents are there
     * already it is told these first, as an initial change, so that it misses nothing; otherwise the first that it is told are the
     * contents when they come. What it throws is logged, and it is told on.
     *
     * <p>Changes that it is too slow for wait for it. When as many wait as {@link IdlBuilder#listenerQueue} says, those that follow are
     * merged with the last of them into one, of net changes: nothing is lost, but what was undone meanwhile. Rows that were superseded
     * are kept for as long as a change waits that tells of them.
     *
     * @param executor runs the listener, one change at a time; may be {@code Runnable::run} for the thread that writes, which must be
     *     quick. If it refuses to run it, the registration ends; see {@link Registration#ended}
     */
    Registration listen(Executor executor, ChangeListener listener);

    /**
     * The same of one table: its listener is told only of updates that change rows of it, and only these rows.
     *
     * @throws java.util.NoSuchElementException if the table is not held
     */
    Registration listen(String table, Executor executor, ChangeListener listener);

    /**
     * The changes as a publisher. Each subscriber is told what a listener would be, from when it comes, as it asks for it; what it has not
     * asked for waits and is merged as for a slow listener. The views of a change are held until {@code onNext} returns. It completes
     * when the replica was closed, and fails with what stopped it otherwise, behind the last change. A subscriber that throws is cancelled.
     *
     * @param executor runs the subscribers, each one call at a time
     * @param tables those whose changes count; none for all
     * @throws java.util.NoSuchElementException if a table is not held
     */
    Flow.Publisher<Changes> changes(Executor executor, String... tables);

    /**
     * Collects changes for a loop that looks from time to time.
     *
     * @param tables those whose changes count; none for all
     * @throws java.util.NoSuchElementException if a table is not held
     */
    Tracker track(String... tables);

    /**
     * Waits for the contents to meet a condition. Before the first contents nothing does.
     *
     * @param condition looks at one version and may read all of it; on the thread that writes, or on this one, so it must be quick
     * @return completes when a version meets it, at once if the newest does. Fails with what the condition throws, with what stopped the
     *     replica, and with {@link java.util.concurrent.CancellationException} if it was closed. Cancelling it is how to wait no longer
     */
    CompletableFuture<Void> when(Predicate<? super Replica> condition);

    /**
     * Waits for a row to be there.
     *
     * @return completes with the row; fails as {@link #when} does
     * @throws java.util.NoSuchElementException if the table is not held
     */
    CompletableFuture<IdlRow> whenRow(String table, UUID row);

    /**
     * Waits for a row that meets a condition. It is asked for all rows at first, and then for those that change.
     *
     * @param condition looks at one row; as that of {@link #when}
     * @return completes with any such row; fails as {@link #when} does
     * @throws java.util.NoSuchElementException if the table is not held
     */
    CompletableFuture<IdlRow> whenRow(String table, Predicate<? super IdlRow> condition);

    /**
     * Waits for a column of a row to have a value.
     *
     * @return completes with the row; fails as {@link #when} does
     * @throws java.util.NoSuchElementException if the table is not held
     */
    default CompletableFuture<IdlRow> whenColumn(String table, UUID row, String column, Datum value) {
        return whenRow(
                table, found -> found.uuid().equals(row) && found.get(column).equals(value));
    }

    /**
     * Blocks until the contents meet a condition. With {@link IdlBuilder#manual} it takes in what arrives meanwhile, as {@link #run}
     * does.
     *
     * @param condition as that of {@link #when}
     * @param timeout how long to wait at most
     * @return whether they do; false when the time was over
     * @throws IllegalStateException on an event loop, which would wait for itself
     * @throws java.util.concurrent.CancellationException if the replica was closed, or the thread interrupted, which it stays then
     * @throws RuntimeException what {@link #when} fails with
     */
    boolean await(Predicate<? super Replica> condition, Duration timeout);

    /**
     * Takes in what has arrived, on the calling thread, if the replica was built with {@link IdlBuilder#manual}. Until then nothing of it
     * changes: neither contents nor state nor sequence numbers. Listeners are told by their executors as always.
     *
     * @return whether anything was taken in
     * @throws IllegalStateException if it was not built so
     */
    boolean run();

    /** Whether {@link #run} has to be called for anything to be taken in. */
    boolean isManual();

    /**
     * Completes when there is a version newer than a view's, at once if there is one now. Fails with what stopped the replica before
     * that, and with {@link java.util.concurrent.CancellationException} if it was closed.
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
     * Leaves the present connection and dials at once. Returns at once; the state tells the rest.
     *
     * @throws IllegalStateException if the session is not the replica's own
     */
    void forceReconnect();

    /**
     * Uses these remotes from now on. A connection whose remote is among them is kept. Returns at once.
     *
     * @throws IllegalArgumentException as {@link OvsdbClient#setRemotes(List)} does
     * @throws IllegalStateException if the session is not the replica's own
     */
    void setRemotes(List<? extends ConnectionMethod.Active> remotes);

    /**
     * The same for texts; commas separate several in one.
     *
     * @throws IllegalArgumentException also if one is malformed; quotes it
     */
    default void setRemotes(String... methods) {
        setRemotes(ConnectionMethod.Active.parseList(methods));
    }

    /**
     * Ends it: its monitor is cancelled, and its session closed if it is its own. Returns at once; closing twice is harmless. What it
     * holds can still be read.
     */
    @Override
    void close();
}
