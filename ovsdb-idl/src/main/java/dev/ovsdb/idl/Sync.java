package dev.ovsdb.idl;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.monitor.Monitor;
import dev.ovsdb.client.monitor.MonitorSpec;
import dev.ovsdb.idl.feed.Feed;
import dev.ovsdb.idl.feed.Pace;
import dev.ovsdb.idl.feed.Wanted;
import dev.ovsdb.idl.store.Published;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.jsonrpc.OutboundLimitException;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a replica like its database: asks for what is wanted by the server's schema, and asks anew when that changes or what came does
 * not fit.
 *
 * <pre>
 *   schema --asked--&gt; monitor --contents--&gt; live
 *   live --does not fit--&gt; monitor;   live --other columns to ask for--&gt; monitor;   live --conditions--&gt; change of the monitor
 *   schema, monitor --refused before there ever were contents--&gt; stopped;   --anything else--&gt; schema, after a while
 * </pre>
 *
 * <p>Lost connections are the session's matter, and so is asking for the same again when a database was converted or is back; this asks
 * when something else is to be asked for. One {@link Asking} is the present one, guarded by {@code this}; the others are silent. Whatever
 * changes what users see goes through the {@link Pace}.
 */
final class Sync {
    private static final Logger LOG = LoggerFactory.getLogger(Sync.class);
    private static final Duration SOON = Duration.ofSeconds(1); // After a failure of the way.
    private static final Duration LATER =
            Duration.ofSeconds(8); // After a refusal, as a session does with its monitors.

    private final OvsdbClient client;
    private final Pace pace;
    private final @Nullable JsonValue monitorId;
    private final Holdings holdings;
    private final Standing standing;
    private final Conditions conditions;
    private final Observation observation;
    private final Audience audience;
    private final Set<String> reported =
            new LinkedHashSet<>(); // Tables and columns whose lack was logged. Guarded by itself.
    private @Nullable Asking current;
    private EventLoop.Timer retry = () -> {};
    private int asked;
    private int failures; // In a row.
    private boolean readingAnew; // Because something did not fit; until contents have come.
    private boolean over;

    /** Who is told of versions, and of the end. */
    interface Audience {
        void published(Published version, boolean contents);

        void stop(@Nullable Throwable cause);
    }

    Sync(
            OvsdbClient client,
            Pace pace,
            @Nullable JsonValue monitorId,
            Holdings holdings,
            Standing standing,
            Conditions conditions,
            Observation observation,
            Audience audience) {
        this.client = client;
        this.pace = pace;
        this.monitorId = monitorId;
        this.holdings = holdings;
        this.standing = standing;
        this.conditions = conditions;
        this.observation = observation;
        this.audience = audience;
    }

    // ---- Asking.

    void begin() {
        client.closed()
                .whenComplete((done, failure) -> pace.take(() -> audience.stop(
                        failure != null
                                ? unwrapped(failure)
                                : new ConnectionClosedException("the replica's session was closed", false, null))));
        askBySchema();
    }

    private void askBySchema() {
        askBySchema(false);
    }

    private void askBySchema(boolean apart) {
        client.schema(database()).whenComplete((schema, failure) -> {
            if (failure == null) {
                ask(schema, apart);
            } else {
                notAnswered(unwrapped(failure));
            }
        });
    }

    private void ask(DatabaseSchema schema) {
        ask(schema, false);
    }

    /**
     * Asks, in place of whatever was asked before.
     *
     * @param apart whether changes of conditions that nobody has answered for follow the contents, and do not come with them
     */
    private void ask(DatabaseSchema schema, boolean apart) {
        CompletableFuture<Monitor> begun;
        Asking next;
        synchronized (this) {
            if (over) {
                return;
            }
            retry.cancel();
            Wanted wanted = apart ? Wanted.of(conditions.settled(), schema) : wanted(schema);
            Asking before = current;
            next = new Asking(this, wanted, conditions.set(), apart);
            current = next;
            if (before != null) {
                before.giveUp();
            }
            begun = begin(next, MonitorSpec.of(database(), wanted.requests()));
        }
        report(next.wanted());
        pace.take(() -> {
            standing.asked();
            standing.stale(null); // What was followed before is not any more.
        });
        begun.whenComplete((done, failure) -> {
            if (failure != null) {
                monitorFailed(next, unwrapped(failure));
            }
        });
    }

    private CompletableFuture<Monitor> begin(Asking next, MonitorSpec spec) {
        try {
            return next.begin(client, monitorId == null ? spec : spec.id(nextId(monitorId)));
        } catch (RuntimeException e) { // Somebody else of the session has that id, or the session is over.
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Another one each time: the one before may not be gone yet. */
    private JsonValue nextId(JsonValue id) {
        int number = asked++;
        return number == 0 ? id : JsonValue.array(id, JsonValue.of(number));
    }

    private void monitorFailed(Asking asking, Throwable failure) {
        synchronized (this) {
            if (current != asking) {
                return;
            }
            current = null;
        }
        asking.silence();
        if (!(failure instanceof RemoteErrorException)) {
            notAnswered(failure);
            return;
        }
        askByNewerSchema(asking).whenComplete((done, unknown) -> {
            if (isReplaced(asking)) {
                return;
            }
            if (unknown != null) {
                notAnswered(unwrapped(unknown));
            } else {
                refusedByThisSchema(asking, failure);
            }
        });
    }

    /**
     * The conditions that nobody has answered for may be why, or columns that the database lacked for a moment: asked for apart, each change
     * is answered for itself.
     */
    private void refusedByThisSchema(Asking asking, Throwable refusal) {
        if (asking.isApart() || !conditions.isPending(asking.conditions())) {
            notAnswered(refusal);
        } else {
            askBySchema(true);
        }
    }

    /**
     * Asks for what is to be asked for by the schema that the server has now, if that is something else: a refusal says nothing where the
     * database was converted meanwhile.
     *
     * @return completes when it has asked, or not; fails if the schema was not told
     */
    private CompletableFuture<Void> askByNewerSchema(Asking asking) {
        return client.getSchema(database()).thenAccept(schema -> {
            if (!isReplaced(asking) && !wanted(schema).asksAs(asking.wanted())) {
                ask(schema);
            }
        });
    }

    /** Whether another one is the present one, so that nothing of this one counts; also when it is over. */
    private synchronized boolean isReplaced(Asking asking) {
        return over || current != null && current != asking;
    }

    /** A request for the schema or for contents failed. */
    private void notAnswered(Throwable failure) {
        boolean passing = isPassing(failure);
        if (passing || holdings.store().published() > 0) {
            pace.take(() -> standing.stale(failure));
            int inARow;
            synchronized (this) {
                inARow = ++failures;
            }
            again(passing ? inARow == 1 ? Duration.ZERO : SOON : LATER);
        } else {
            pace.take(() -> audience.stop(failure));
        }
    }

    /** Whether it says nothing of the request itself. */
    private static boolean isPassing(Throwable failure) {
        return failure instanceof RequestTimeoutException
                || failure instanceof ConnectionClosedException
                || failure instanceof MalformedMessageException
                || failure instanceof OutboundLimitException;
    }

    private synchronized void again(Duration wait) {
        if (over) {
            return;
        }
        retry.cancel();
        try {
            retry = client.eventLoop().schedule(wait, this::askBySchema);
        } catch (RejectedExecutionException e) {
            LOG.trace("the session is over, and its event loop with it", e);
        }
    }

    /** Says once what the server has not got. */
    private void report(Wanted wanted) {
        for (String missing : wanted.missing()) {
            boolean isNew;
            synchronized (reported) {
                isNew = reported.add(missing);
            }
            if (isNew) {
                LOG.warn(
                        "Database {} of this server has no {} {}; it is read as its default",
                        database(),
                        missing.contains(".") ? "column" : "table",
                        missing);
            }
        }
    }

    // ---- For the present monitor.

    Feed feed(Asking asking) {
        return new Feed(holdings.store(), pace, asking, asking::fits, observation.clock());
    }

    Wanted wanted(DatabaseSchema schema) {
        return Wanted.of(conditions.wanted(), schema);
    }

    /** The schema, if the session need not ask for it. */
    @Nullable
    DatabaseSchema schemaIfKnown() {
        return client.schema(database()).exceptionally(unknown -> null).getNow(null);
    }

    /** Reads by this schema what comes next. */
    void adopt(Asking asking, Wanted wanted) {
        pace.take(() -> {
            if (!asking.isSilent()) {
                holdings.adopt(wanted);
            }
        });
    }

    void published(Asking asking, Published version, boolean contents, long since) {
        synchronized (this) {
            if (asking == current) {
                failures = 0;
                readingAnew &= !contents;
            }
        }
        standing.isLive();
        observation.published(holdings.store(), version, contents, since);
        audience.published(version, contents);
    }

    void stale(@Nullable Throwable cause) {
        standing.stale(cause);
    }

    /** Other things may be to be asked for. If not, the session asks for the same again by itself. */
    void schemaChanged(Asking asking) {
        client.schema(database()).whenComplete((schema, failure) -> {
            if (failure != null) {
                Throwable cause = unwrapped(failure);
                if (isPassing(cause) && !(cause instanceof ConnectionClosedException)) {
                    again(SOON);
                }
                return; // On its next connection the session asks for the same, and looks at what comes as here.
            }
            boolean differs;
            synchronized (this) {
                differs = asking == current && !wanted(schema).asksAs(asking.wanted());
            }
            if (differs) {
                ask(schema);
            }
        });
    }

    void mustReadAnew(Asking asking, Throwable why) {
        boolean once;
        synchronized (this) {
            if (asking != current) {
                return;
            }
            current = null;
            once = !readingAnew;
            readingAnew = true;
        }
        LOG.warn("What came of database {} does not fit what is held, so everything is read anew", database(), why);
        asking.giveUp();
        standing.stale(why);
        if (once) {
            askBySchema();
        } else {
            again(LATER); // It did not help.
        }
    }

    /** A monitor that had contents is over, and nobody here wanted that. */
    void monitorEnded(Asking asking, @Nullable Throwable cause) {
        synchronized (this) {
            if (asking != current) {
                return;
            }
            current = null;
        }
        asking.silence();
        standing.stale(cause);
        again(SOON);
    }

    // ---- Conditions.

    ConditionChange setConditions(MonitorConditions wanted) {
        Conditions.Pending change;
        Asking following = null;
        Asking early = null;
        synchronized (this) {
            change = over ? null : conditions.set(wanted);
            if (change == null) {
                return conditions.standing(wanted);
            }
            if (current != null && current.hasContents()) {
                following = current;
                following.add(change); // Here: changes leave in the order in which they were set.
            } else {
                early = current;
            } // Without one they are asked for with the contents.
        }
        if (following != null) {
            following.send();
        } else if (early != null) {
            ask(early.wanted().schema()); // The contents that are under way are not what is wanted.
        }
        return new ConditionChange(change.number(), change.done().copy());
    }

    /** What is wanted now of these tables. */
    MonitorConditions newest(MonitorConditions of) {
        return conditions.newest(of);
    }

    /** The server has a change, and what came of it has come. */
    void changed(Conditions.Pending change) {
        pace.take(() -> conditions.applied(change::equals));
    }

    /** The first contents have come, by the changes that it asked by. The writer. */
    void settled(Asking asking) {
        if (!asking.isApart()) {
            conditions.applied(change -> change.number() <= asking.conditions());
            return;
        }
        synchronized (this) {
            if (asking == current) {
                conditions.pending().forEach(asking::add);
            }
        }
        asking.send();
    }

    /** The server refused a change, or the contents that were asked for with it, while this was the present monitor. */
    void refused(Asking asking, Conditions.Pending change, Throwable refusal) {
        if (!isPresent(asking)) {
            return; // The one in its place asks by this change.
        }
        askByNewerSchema(asking).whenComplete((done, unknown) -> {
            if (!isPresent(asking)) {
                return;
            }
            if (unknown != null) {
                asking.addAgain(change); // Nothing is known of why.
                asking.send();
            } else {
                conditions.refused(change::equals);
                pace.take(() -> change.done().completeExceptionally(refusal));
            }
        });
    }

    private synchronized boolean isPresent(Asking asking) {
        return asking == current;
    }

    // ---- Its end.

    void stop() {
        Asking last;
        synchronized (this) {
            over = true;
            last = current;
            current = null;
            retry.cancel();
        }
        if (last != null) {
            last.giveUp();
        }
        CancellationException closed = new CancellationException("the replica is over");
        conditions.refused(change -> true).forEach(change -> change.done().completeExceptionally(closed));
    }

    private String database() {
        return conditions.wanted().database();
    }

    static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
