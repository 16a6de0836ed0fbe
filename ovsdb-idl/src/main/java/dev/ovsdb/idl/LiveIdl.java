package dev.ovsdb.idl;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.idl.change.ChangeListener;
import dev.ovsdb.idl.change.Changes;
import dev.ovsdb.idl.change.Registration;
import dev.ovsdb.idl.change.Tracker;
import dev.ovsdb.idl.feed.Pace;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.idl.store.Published;
import dev.ovsdb.idl.transaction.Transactor;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A replica on a session: puts together what keeps it like its database ({@link Sync}), what it holds ({@link Holdings}), where it stands
 * ({@link Standing}), and who is told ({@link ChangeDelivery}, {@link Waiters}).
 *
 * <p>The store has one writer, the event loop or who calls {@link #run}.
 */
final class LiveIdl extends HoldingsReading implements Idl, Sync.Audience {
    private final OvsdbClient client;
    private final boolean ownClient;
    private final Pace pace;
    private final Standing standing;
    private final Conditions conditions;
    private final ChangeDelivery delivery;
    private final Waiters waiters;
    private final Sync sync;
    private final Waiting waiting;

    /** @param queue how many changes may wait for a listener before they are merged */
    LiveIdl(
            Interest interest,
            OvsdbClient client,
            boolean ownClient,
            Pace pace,
            @Nullable JsonValue monitorId,
            Observation observation,
            int queue) {
        super(new Holdings(interest));
        this.client = client;
        this.ownClient = ownClient;
        this.pace = pace;
        this.standing = new Standing(observation.clock(), observation::stateChanged);
        this.conditions = new Conditions(interest);
        this.delivery = new ChangeDelivery(holdings, queue, observation::merged);
        this.waiters = new Waiters(holdings, this);
        this.sync = new Sync(client, pace, monitorId, holdings, standing, conditions, observation, this);
        this.waiting = new Waiting(client, pace, observation.clock());
    }

    void begin() {
        sync.begin();
    }

    // ---- What happens.

    @Override
    public void published(Published version, boolean contents) {
        delivery.published(version, contents);
        waiters.published(version);
        standing.tellLive();
    }

    @Override
    public void stop(@Nullable Throwable cause) {
        if (!standing.stop(cause)) {
            return;
        }
        sync.stop();
        if (ownClient) {
            client.close();
        }
        delivery.stop(cause);
        waiters.stop(cause != null ? cause : new CancellationException("the replica was closed"));
        standing.tellStopped(cause);
    }

    @Override
    public void close() {
        stop(null);
    }

    // ---- What its user asks.

    @Override
    public Interest interest() {
        return conditions.wanted();
    }

    @Override
    public OvsdbClient client() {
        return client;
    }

    @Override
    public IdlState state() {
        return standing.state();
    }

    @Override
    public CompletableFuture<Void> live() {
        return standing.live();
    }

    @Override
    public CompletableFuture<Void> stopped() {
        return standing.stopped();
    }

    @Override
    public boolean run() {
        return pace.run();
    }

    @Override
    public Registration listen(Executor executor, ChangeListener listener) {
        return delivery.listen(Collections.emptySet(), executor, listener);
    }

    @Override
    public Registration listen(String table, Executor executor, ChangeListener listener) {
        return delivery.listen(held(List.of(table)), executor, listener);
    }

    @Override
    public Flow.Publisher<Changes> changes(Executor executor, String... tables) {
        Set<String> those = held(List.of(tables));
        return new ChangePublisher(delivery, receiver -> delivery.outbox(those, executor, receiver));
    }

    @Override
    public Tracker track(String... tables) {
        return new Looker(delivery, held(List.of(tables)));
    }

    @Override
    public CompletableFuture<Void> when(Predicate<? super Replica> condition) {
        return waiters.when(condition);
    }

    @Override
    public CompletableFuture<IdlRow> whenRow(String table, UUID row) {
        held(List.of(table));
        return waiters.whenRow(table, row);
    }

    @Override
    public CompletableFuture<IdlRow> whenRow(String table, Predicate<? super IdlRow> condition) {
        held(List.of(table));
        return waiters.whenRow(table, condition);
    }

    @Override
    public boolean await(Predicate<? super Replica> condition, Duration timeout) {
        return waiting.on(() -> when(condition), timeout);
    }

    @Override
    public ConditionChange setConditions(MonitorConditions wanted) {
        held(wanted.tables().keySet());
        return sync.setConditions(wanted);
    }

    @Override
    public long conditionSequence() {
        return conditions.applied();
    }

    @Override
    public void forceReconnect() {
        requireOwnSession();
        client.forceReconnect();
    }

    @Override
    public void setRemotes(List<? extends ConnectionMethod.Active> remotes) {
        requireOwnSession();
        client.setRemotes(remotes);
    }

    private void requireOwnSession() {
        if (!ownClient) {
            throw new IllegalStateException("the session of this replica is not its own; ask whoever made it");
        }
    }

    /** These tables, once it is certain that they are held, or will be if the server has them. */
    private Set<String> held(Collection<String> tables) {
        Interest interest = conditions.wanted();
        for (String table : tables) {
            if (!interest.isEveryTable() && !interest.tables().containsKey(table)) {
                throw new NoSuchElementException("table " + table + " of database " + interest.database()
                        + " is not held, only "
                        + interest.tables().keySet());
            }
        }
        return new LinkedHashSet<>(tables);
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
        return waiters.newerThan(((HeldView) view).version());
    }

    // ---- Reading.

    @Override
    public View view() {
        return HeldView.newest(holdings);
    }

    @Override
    public long version() {
        return holdings.store().published();
    }

    @Override
    public long sequence() {
        return holdings.store().sequence();
    }
}
