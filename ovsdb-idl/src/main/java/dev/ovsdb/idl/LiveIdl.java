package dev.ovsdb.idl;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.monitor.Monitor;
import dev.ovsdb.client.monitor.MonitorSpec;
import dev.ovsdb.idl.IdlState.Phase;
import dev.ovsdb.idl.change.ChangeListener;
import dev.ovsdb.idl.change.Registration;
import dev.ovsdb.idl.feed.Feed;
import dev.ovsdb.idl.feed.FeedOwner;
import dev.ovsdb.idl.feed.Pace;
import dev.ovsdb.idl.feed.Wanted;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.idl.store.Published;
import dev.ovsdb.idl.store.ReplicaStore;
import dev.ovsdb.idl.store.StoredTable;
import dev.ovsdb.idl.transaction.Transactor;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A replica on a session: asks for what is wanted by the server's schema, and asks anew when that changes or what came does not fit.
 *
 * <pre>
 *   CONNECTING --schema known, asked--&gt; SYNCING --contents--&gt; LIVE --connection lost, database converted, does not fit--&gt; STALE
 *   STALE --contents, or what was missed--&gt; LIVE;   any --closed, refused for good--&gt; STOPPED
 * </pre>
 *
 * <p>What asks is guarded by {@code this}; the store has one writer, the event loop or who calls {@link #run}.
 */
final class LiveIdl implements Idl, Reading, FeedOwner {
    private static final Logger LOG = LoggerFactory.getLogger(LiveIdl.class);

    private final OvsdbClient client;
    private final boolean ownClient;
    private final Pace pace;
    private final @Nullable JsonValue monitorId;
    private final Clock clock;
    private final Holdings holdings;
    private final ChangeDelivery delivery;
    private final Progress progress;
    private final CompletableFuture<Void> live = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final Set<String> reported = new LinkedHashSet<>(); // Tables and columns whose lack was logged.
    private volatile Interest interest;
    private volatile IdlState state;
    private @Nullable Wanted asked; // Guarded by this, as what follows.
    private @Nullable Feed feed;
    private @Nullable CompletableFuture<Monitor> monitor;
    private volatile long conditionsSet;
    private volatile long conditionsApplied;

    LiveIdl(
            Interest interest,
            OvsdbClient client,
            boolean ownClient,
            Pace pace,
            @Nullable JsonValue monitorId,
            Clock clock) {
        this.interest = interest;
        this.client = client;
        this.ownClient = ownClient;
        this.pace = pace;
        this.monitorId = monitorId;
        this.clock = clock;
        this.holdings = new Holdings(interest);
        this.delivery = new ChangeDelivery(holdings);
        this.progress = new Progress(holdings.store());
        this.state = new IdlState(Phase.CONNECTING, clock.now(), null);
    }

    // ---- Asking.

    void begin() {
        client.closed().whenComplete((done, failure) -> pace.take(() -> stop(failure)));
        askBySchema();
    }

    private void askBySchema() {
        client.schema(interest.database()).whenComplete((schema, failure) -> {
            if (failure == null) {
                ask(Wanted.of(interest, schema));
            } else {
                pace.take(() -> notAnswered(unwrapped(failure)));
            }
        });
    }

    private void notAnswered(Throwable failure) {
        boolean passing = failure instanceof RequestTimeoutException || failure instanceof ConnectionClosedException;
        if (passing && !client.closed().isDone() && !isStopped()) {
            askBySchema(); // It waits for a connection there, as long as a call may.
        } else {
            stop(failure);
        }
    }

    private void ask(Wanted wanted) {
        report(wanted);
        CompletableFuture<Monitor> before;
        Feed made = new Feed(holdings.store(), pace, this, this::fits);
        CompletableFuture<Monitor> asking;
        synchronized (this) {
            if (isStopped()) {
                return;
            }
            before = monitor;
            if (feed != null) {
                feed.replace();
            }
            asked = wanted;
            feed = made;
            if (before != null) {
                before.thenAccept(Monitor::cancel);
                before.cancel(false);
            }
            asking = client.monitor(spec(wanted, before), made);
            monitor = asking;
        }
        pace.take(() -> moveTo(state.phase() == Phase.CONNECTING ? Phase.SYNCING : state.phase(), null));
        asking.whenComplete((done, failure) -> {
            if (failure != null) {
                pace.take(() -> monitorFailed(asking, unwrapped(failure)));
            }
        });
    }

    private MonitorSpec spec(Wanted wanted, @Nullable Object before) {
        MonitorSpec spec = MonitorSpec.of(interest.database(), wanted.requests());
        JsonValue id = monitorId;
        return id == null || before != null
                ? spec
                : spec.id(id); // A new one must not have the id of one that is being cancelled.
    }

    private void monitorFailed(CompletableFuture<Monitor> asking, Throwable failure) {
        synchronized (this) {
            if (monitor != asking) {
                return;
            }
            monitor = null;
        }
        notAnswered(failure);
    }

    /** Says once what the server has not got. */
    private void report(Wanted wanted) {
        for (String missing : wanted.missing()) {
            if (reported.add(missing)) {
                LOG.warn(
                        "Database {} of this server has no {} {}; it is read as its default",
                        interest.database(),
                        missing.contains(".") ? "column" : "table",
                        missing);
            }
        }
    }

    /** Whether the monitor asks for what would be asked for by the schema that the server has now; takes its columns if so. */
    private boolean fits() {
        DatabaseSchema now = client.schema(interest.database()).getNow(null);
        Wanted wanted;
        synchronized (this) {
            wanted = asked;
        }
        if (wanted == null) {
            return false;
        }
        if (now == null || now == wanted.schema()) {
            pace.take(() -> holdings.adopt(wanted));
            return true;
        }
        Wanted other = Wanted.of(interest, now);
        if (!other.requests().equals(wanted.requests())) {
            return false;
        }
        synchronized (this) {
            asked = other;
        }
        pace.take(() -> holdings.adopt(other));
        return true;
    }

    @Override
    public void schemaChanged() {
        client.schema(interest.database()).whenComplete((schema, failure) -> {
            if (failure != null) {
                return; // The session asks again by itself, and then this does.
            }
            Wanted wanted = Wanted.of(interest, schema);
            boolean differs;
            synchronized (this) {
                differs = asked == null || !wanted.requests().equals(asked.requests());
            }
            if (differs) {
                ask(wanted);
            }
        });
    }

    @Override
    public void mustReadAnew(Throwable why) {
        LOG.warn(
                "What came of database {} does not fit what is held, so everything is read anew: {}",
                interest.database(),
                why.getMessage());
        stale(why);
        Wanted wanted;
        synchronized (this) {
            wanted = asked;
        }
        if (wanted != null) {
            ask(wanted);
        }
    }

    // ---- What came.

    @Override
    public void beforeWrite() {
        delivery.beforeWrite();
    }

    @Override
    public void abandoned() {
        delivery.abandoned();
    }

    @Override
    public void published(Published version, boolean contents) {
        moveTo(Phase.LIVE, null);
        live.complete(null);
        delivery.published(version, contents);
        progress.published(version.version());
    }

    @Override
    public void stale(@Nullable Throwable cause) {
        if (state.phase() == Phase.LIVE) {
            moveTo(Phase.STALE, cause);
        }
    }

    @Override
    public void ended(@Nullable Throwable cause) {
        stop(cause);
    }

    private void moveTo(Phase phase, @Nullable Throwable cause) {
        if (state.phase() != Phase.STOPPED && state.phase() != phase) {
            state = new IdlState(phase, clock.now(), cause);
        }
    }

    // ---- Its end.

    private boolean isStopped() {
        return state.phase() == Phase.STOPPED;
    }

    @Override
    public void close() {
        stop(null);
    }

    private void stop(@Nullable Throwable cause) {
        CompletableFuture<Monitor> last;
        synchronized (this) {
            if (isStopped()) {
                return;
            }
            state = new IdlState(Phase.STOPPED, clock.now(), cause);
            last = monitor;
            monitor = null;
            if (feed != null) {
                feed.replace();
            }
        }
        if (last != null) {
            last.thenAccept(Monitor::cancel);
            last.cancel(false);
        }
        if (ownClient) {
            client.close();
        }
        delivery.stop();
        progress.stop();
        if (cause == null) {
            live.completeExceptionally(new CancellationException("the replica was closed"));
            stopped.complete(null);
        } else {
            live.completeExceptionally(cause);
            stopped.completeExceptionally(cause);
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    // ---- What its user asks.

    @Override
    public Interest interest() {
        return interest;
    }

    @Override
    public OvsdbClient client() {
        return client;
    }

    @Override
    public IdlState state() {
        return state;
    }

    @Override
    public CompletableFuture<Void> live() {
        return live.copy();
    }

    @Override
    public CompletableFuture<Void> stopped() {
        return stopped.copy();
    }

    @Override
    public boolean run() {
        return pace.run();
    }

    @Override
    public Registration listen(Executor executor, ChangeListener listener) {
        return delivery.listen(executor, listener);
    }

    @Override
    public synchronized ConditionChange setConditions(MonitorConditions conditions) {
        conditions.tables().keySet().forEach(this::table);
        Interest wanted = interest.withConditions(conditions);
        if (wanted.conditions().equals(interest.conditions())) {
            return new ConditionChange(conditionsSet, CompletableFuture.completedFuture(null));
        }
        throw new UnsupportedOperationException("being written");
    }

    @Override
    public long conditionSequence() {
        return conditionsApplied;
    }

    // ---- Writing.

    @Override
    public Transactor transactor() {
        return Transactor.of(this);
    }

    @Override
    public boolean isManual() {
        return pace.isManual();
    }

    @Override
    public CompletableFuture<Void> newerThan(View view) {
        return progress.beyond(((HeldView) view).version());
    }

    // ---- Reading.

    @Override
    public View view() {
        return HeldView.newest(holdings);
    }

    @Override
    public ReplicaStore store() {
        return holdings.store();
    }

    @Override
    public long version() {
        return holdings.store().published();
    }

    @Override
    public DatabaseSchema schema() {
        return holdings.schema();
    }

    @Override
    public List<IdlTable> tables() {
        return holdings.tables(this);
    }

    @Override
    public IdlTable table(String name) {
        return holdings.table(this, name);
    }

    @Override
    public boolean hasTable(String table) {
        return holdings.hasTable(table);
    }

    @Override
    public boolean hasColumn(String table, String column) {
        return holdings.hasColumn(table, column);
    }

    @Override
    public Optional<Datum> defaultOf(StoredTable table, String column) {
        return holdings.defaultOf(table, column);
    }

    @Override
    public ColumnSchema column(StoredTable table, String column) {
        return holdings.column(table, column);
    }

    @Override
    public long sequence() {
        return holdings.store().sequence();
    }
}
