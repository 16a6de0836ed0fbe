package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.ServerRequest;
import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.store.TableStore;
import dev.ovsdb.server.engine.store.Version;
import dev.ovsdb.server.engine.transaction.Execution;
import dev.ovsdb.server.engine.transaction.TransactRequest;
import dev.ovsdb.server.engine.transaction.TransactResult;
import dev.ovsdb.server.engine.wait.Blocked;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code transact}.
 *
 * <pre>
 *   NEW --(a wait is not satisfied)--&gt; BLOCKED --(executed again, deadline)--&gt; DONE --&gt; answered
 *    `--------------------------------------------------------------------------^  `--(durable)--&gt; SYNCING --&gt; answered
 *                                      BLOCKED --(cancel, session ends)--&gt; gone
 * </pre>
 */
final class TransactCall extends Call implements Blocked {
    private final @Nullable TransactionObservation observation;
    private long begun; // When it was first executed, if it is blocked.
    private TransactRequest transaction;
    private @Nullable ServedDatabase blockedIn;
    private Set<String> blockedTables = Set.of();
    private EventLoop.@Nullable Timer deadline;
    private @Nullable TransactResult result;

    TransactCall(LaneSession session, ServerRequest request) {
        super(session, request);
        this.observation = TransactionObservation.begin(session);
        this.transaction =
                TransactRequest.parse(request.params(), session.engine().databases()::schema);
    }

    @Override
    @Nullable
    ServedDatabase database() {
        String name = transaction.database();
        return name == null ? null : session.engine().databases().find(name);
    }

    @Override
    @Nullable
    String errorTag() {
        OperationError error = result == null ? null : result.error();
        return error == null ? super.errorTag() : error.error();
    }

    @Override
    void execute() {
        ServedDatabase database = database();
        if (database != null && transaction.schema() != database.schema()) {
            transaction = transaction.readAgain(database.schema());
        }
        JsonValue refusal = transaction.refusal();
        if (refusal != null || database == null) {
            refuse(refusal != null ? refusal : DatabaseName.of(request).refusal());
        } else if (session.blocked().containsKey(request.id())) {
            refuse(Errors.syntax(request.params(), "transact: duplicate request ID"));
        } else {
            attempt(database);
        }
    }

    private void attempt(ServedDatabase database) {
        var context = new CallContext(this, database);
        Execution execution = session.engine()
                .executor()
                .execute(transaction, database.instance().store(), context);
        if (execution instanceof Execution.Blocked blocked) {
            blocked(database, blocked);
        } else if (execution instanceof Execution.Done done) {
            forget();
            done(database, done.result());
        }
    }

    /** How long it has waited: no time at all when it is first executed, however long that takes, as in the reference. */
    Duration elapsed() {
        return blockedIn == null
                ? Duration.ZERO
                : Duration.ofNanos(session.engine().clock().nanoTime() - begun);
    }

    // ---- Done.

    private void done(ServedDatabase database, TransactResult outcome) {
        result = outcome;
        session.resultMade(outcome.laneBytes());
        Version version = outcome.version();
        if (version != null) {
            database.executed(version, outcome.comment(), outcome.durable());
        }
        if (outcome.durable() && outcome.error() == null) {
            new Syncing(this, database, outcome).begin();
        } else {
            answer(database, outcome);
        }
        if (version != null) {
            database.blocked().versionMade(version.changes());
        }
    }

    void answer(ServedDatabase database, TransactResult outcome) {
        if (outcome.isLarge()) {
            database.pins().adopt(database.instance().store(), session);
        }
        session.answer(this, database, out -> leave(outcome, out));
    }

    private void leave(TransactResult outcome, SessionOutput out) {
        if (outcome.isLarge()) {
            out.reply(request, outcome.body(session.engine().readers()));
        } else {
            request.reply(outcome.toJson());
        }
        if (observation != null) {
            observation.end(String.valueOf(transaction.database()), outcome);
        }
    }

    @Override
    void fellBack(Slot slot, @Nullable OperationError error) {
        TransactResult fallen = result;
        if (fallen == null || fallen.version() == null || error == null) {
            if (fallen != null) {
                fallen.abandon();
            }
            session.executeAgain(slot, this);
        } else {
            TransactResult failed = fallen.withCommitError(error);
            result = failed;
            slot.refill(Mark.REACHED, out -> leave(failed, out));
        }
    }

    // ---- Blocked.

    private void blocked(ServedDatabase database, Execution.Blocked blocked) {
        if (blockedIn == null && !beginWait(database)) {
            return;
        }
        blockedTables = names(blocked.tables());
        setDeadline(blocked.deadline());
    }

    /** False if the session has too many that wait. */
    private boolean beginWait(ServedDatabase database) {
        int limit = session.engine().limits().blockedPerSession();
        if (session.blocked().size() >= limit) {
            refuse(Errors.exhausted(
                    "no more than " + limit + " transactions of a session may wait (blockedPerSession)"));
            return false;
        }
        blockedIn = database;
        begun = session.engine().clock().nanoTime();
        session.blocked().put(request.id(), this);
        database.blocked().add(this);
        session.engine()
                .listener()
                .blockedTransactions(database.name(), database.blocked().count());
        return true;
    }

    private static Set<String> names(Set<TableStore> tables) {
        return tables.stream().map(table -> table.schema().name()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void setDeadline(@Nullable Duration fromArrival) {
        if (deadline != null) {
            deadline.cancel();
            deadline = null;
        }
        if (fromArrival != null) {
            EventLoop loop = session.outlet().loop();
            deadline = loop.schedule(
                    fromArrival.minus(elapsed()), () -> session.engine().lane().run(loop, this::timeOut));
        }
    }

    private void timeOut() {
        if (blockedIn != null) {
            executeAgain();
        }
    }

    @Override
    public Set<String> tables() {
        return blockedTables;
    }

    @Override
    public void executeAgain() {
        ServedDatabase database = blockedIn;
        if (database == null) {
            return;
        }
        try {
            attempt(database);
        } catch (RuntimeException | StackOverflowError e) {
            forget();
            Faults.internalError(this, e);
        }
    }

    /** It waits no more. */
    void forget() {
        ServedDatabase database = blockedIn;
        if (database != null) {
            blockedIn = null;
            setDeadline(null);
            session.blocked().remove(request.id(), this);
            database.blocked().remove(this);
            session.engine()
                    .listener()
                    .blockedTransactions(database.name(), database.blocked().count());
        }
    }

    /** Tells the client that it was canceled, if the client would understand (E12). */
    @Override
    public void cancel() {
        forget();
        if (session.isChangeAware()) {
            refuse(Errors.CANCELED);
        } else {
            request.drop();
        }
    }
}
