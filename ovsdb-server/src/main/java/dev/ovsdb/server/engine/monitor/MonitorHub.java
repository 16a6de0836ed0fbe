package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.server.data.RowChange;
import dev.ovsdb.server.engine.monitor.MonitoredDatabase.PinnedRows;
import dev.ovsdb.server.engine.store.DatabaseStore;
import dev.ovsdb.server.engine.store.Version;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The monitors of one database instance. Confined to the lane, but for the figures.
 *
 * <p>The lane tells of each version when it is executed and when it is published. What is published together becomes a step,
 * which sessions pull; a point at which a monitor opens or changes ends a step early, so that the monitor begins with exactly what
 * came after its contents. What is not published may still fall; then the monitors that opened on it are closed, and changes of
 * conditions made on it are taken back, so that the requests can be executed again.
 */
public final class MonitorHub {
    /** The result of {@code monitor_cond_change} and of {@code monitor_cancel}. */
    public static final JsonBytes EMPTY_RESULT = JsonBytes.of("{}".getBytes(StandardCharsets.US_ASCII));

    private static final int SMALL = 64; // Rows that are rather written at once than handed to another thread.

    private final MonitoredDatabase database;
    private final HubOptions options;
    private final Executor readers;
    private final Clock clock;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final StepList steps;
    private final History history;
    private final ContentsCache cache;
    private int monitors;

    /** @param readers runs the reading of large contents; may refuse nothing while the hub is used */
    public MonitorHub(DatabaseStore store, HubOptions options, Executor readers, Clock clock, IdSource ids) {
        this(new StoreDatabase(store), options, readers, clock, ids);
    }

    MonitorHub(MonitoredDatabase database, HubOptions options, Executor readers, Clock clock, IdSource ids) {
        this.database = database;
        this.options = options;
        this.readers = readers;
        this.clock = clock;
        this.steps = new StepList(options.stepsApart(), database.publishedVersion());
        this.history = new History(options.historyTransactions(), ids.nextUuid());
        this.cache = new ContentsCache(options, clock);
    }

    /** A version was executed. To be told of each, in order. */
    public void committed(Version version) {
        committed(version.number(), version.transactionId(), version.changes());
    }

    void committed(long version, UUID transactionId, List<RowChange> changes) {
        pending.addLast(new Pending(version, transactionId, changes));
        history.add(version, transactionId, changes, database.atoms());
    }

    /** Everything up to this version is published: sessions may pull it from now on. */
    public void publish(long version) {
        List<Pending> together = new ArrayList<>();
        while (!pending.isEmpty() && pending.getFirst().version <= version) {
            Pending next = pending.removeFirst();
            together.add(next);
            if (next.point != null) {
                append(together, next.point);
                together.clear();
            }
        }
        if (!together.isEmpty()) {
            append(together, new Point(together.get(together.size() - 1).version));
        }
    }

    private void append(List<Pending> versions, Point point) {
        steps.append(steps.isAwaited() ? step(versions) : null, point);
    }

    private static Step step(List<Pending> versions) {
        List<List<RowChange>> changes = new ArrayList<>(versions.size());
        for (Pending version : versions) {
            changes.add(version.changes);
        }
        return Step.ofVersions(versions.get(versions.size() - 1).transactionId, changes);
    }

    /** What was executed after this version has fallen: it never happened. */
    public void fallBack(long version) {
        history.fallBack(version);
        while (!pending.isEmpty() && pending.getLast().version > version) {
            Pending fallen = pending.removeLast();
            for (int i = fallen.turns.size() - 1; i >= 0; i--) {
                turnBack(fallen.turned.get(i), fallen.turns.get(i));
            }
            fallen.opened.forEach(this::close);
        }
    }

    private void turnBack(Monitor monitor, ConditionTurn turn) {
        monitor.turnBack(turn);
        subscriptions.use(turn.before());
        subscriptions.drop(turn.subscription());
    }

    /**
     * Opens a monitor at this point of the lane: its reply shows the head, its updates what comes after.
     *
     * @param call one that is not to be refused, read by the schema of this database
     */
    public OpenedMonitor open(OpenCall call) {
        Subscription subscription = subscriptions.use(call.kind(), call.tables());
        Monitor monitor = new Monitor(steps, database.schema(), call.id(), subscription, pointAtHead());
        if (!pending.isEmpty()) {
            pending.getLast().opened.add(monitor);
        }
        monitors++;
        return new OpenedMonitor(monitor, reply(call, subscription));
    }

    private Point pointAtHead() {
        return pending.isEmpty() ? steps.end() : pending.getLast().requirePoint();
    }

    private MonitorReply reply(OpenCall call, Subscription subscription) {
        if (!call.kind().tellsTransactions()) {
            return contents(subscription, "{", "}");
        }
        List<List<RowChange>> since = history.since(call.lastTransaction());
        return since == null
                ? contents(subscription, "[false,\"" + history.last() + "\",{", "}]")
                : resumed(subscription, Step.ofVersions(history.last(), since));
    }

    private MonitorReply resumed(Subscription subscription, Step since) {
        ResumedReply reply = new ResumedReply(since, subscription, readers, clock);
        return since.size() <= SMALL ? new WholeReply(reply.toWhole(), clock.nanoTime()) : reply;
    }

    private MonitorReply contents(Subscription subscription, String head, String tail) {
        Contents contents = cache.enter(database.headVersion(), subscription, database::pin);
        SlicedReply reply = new SlicedReply(contents, cache, readers, clock, head, tail);
        if (contents.expectedRows() > SMALL) {
            return reply;
        }
        JsonBytes whole = reply.wholeOrNull();
        if (whole == null) { // Few rows, and large ones.
            return reply;
        }
        reply.close();
        return new WholeReply(whole, clock.nanoTime());
    }

    /**
     * Changes a monitor's conditions and id at this point of the lane. The update that this makes is handed over by {@link
     * Monitor#pull} in its place, before anything that comes later; a pull to this point must come before the reply {@link
     * #EMPTY_RESULT}.
     *
     * @param call one that is not to be refused for this monitor
     */
    public ChangedMonitor change(Monitor monitor, ChangeCall call) {
        Subscription old = monitor.subscription();
        boolean conditional = monitor.kind().hasConditions(); // The reference takes no notice of others' conditions.
        Subscription now = subscriptions.use(conditional ? old.with(call.conditions()) : old);
        JsonBytes update = now == old ? null : update(old, now);
        ConditionTurn turn = new ConditionTurn(pointAtHead(), call.newId(), now, monitor.id(), old, update);
        subscriptions.drop(old);
        monitor.turn(turn);
        if (!pending.isEmpty()) {
            pending.getLast().turns.add(turn);
            pending.getLast().turned.add(monitor);
        }
        return new ChangedMonitor(monitor, turn);
    }

    private @Nullable JsonBytes update(Subscription old, Subscription now) {
        UpdatesWriter updates = new UpdatesWriter();
        try (PinnedRows rows = database.pin()) {
            for (int i = 0; i < now.tables().size(); i++) {
                TableSubscription before = old.tables().get(i);
                ConditionDelta.write(database, rows, before, now.tables().get(i), updates);
            }
        }
        return updates.isEmpty() ? null : now.finish(updates, history.last());
    }

    /**
     * Ends a monitor, for which nothing is kept any more. Its session may still pull what came before, for the sake of its replies
     * that are under way. Idempotent.
     */
    public void close(Monitor monitor) {
        if (monitor.close()) {
            steps.release(monitor);
            subscriptions.drop(monitor.subscription());
            monitors--;
        }
    }

    /** The id of the last transaction executed, or of the database as it was opened. */
    public UUID lastTransactionId() {
        return history.last();
    }

    /** How many monitors there are. */
    public int monitors() {
        return monitors;
    }

    /** How many different subscriptions they have. */
    public int subscriptions() {
        return subscriptions.size();
    }

    /** How many steps wait for slow monitors. Any thread. */
    public int waitingSteps() {
        return steps.steps();
    }

    /** How many changes of rows wait for slow monitors. Any thread. */
    public long waitingRows() {
        return steps.rows();
    }

    /** How many transactions the history has. */
    public int historyTransactions() {
        return history.transactions();
    }

    /** About how many atoms the history has. */
    public long historyAtoms() {
        return history.atoms();
    }
}
