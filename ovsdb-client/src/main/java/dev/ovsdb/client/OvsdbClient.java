package dev.ovsdb.client;

import dev.ovsdb.client.lock.Lock;
import dev.ovsdb.client.lock.LockListener;
import dev.ovsdb.client.monitor.Monitor;
import dev.ovsdb.client.monitor.MonitorListener;
import dev.ovsdb.client.monitor.MonitorMethod;
import dev.ovsdb.client.monitor.MonitorSpec;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.jsonrpc.OutboundLimitException;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.SelectedRowSink;
import dev.ovsdb.protocol.operation.Transaction;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.rpc.UnexpectedResultException;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A session with one OVSDB server, or with one of several that serve the same databases.
 *
 * <p>Thread-safe; requests leave in call order. Futures complete and listeners run on the session's event loop, one at a
 * time, in wire order: a callback that blocks holds back the replies behind it. {@link #blocking()} gives the same methods
 * for threads that may wait.
 *
 * <p>A bad argument is thrown at once. Every other failure comes through the future, which completes exactly once. Unless
 * a method says otherwise its endings are:
 *
 * <ul>
 *   <li>the result;
 *   <li>{@link RemoteErrorException}: the server answered with an error;
 *   <li>{@link RequestTimeoutException}: no answer within the time-out, or no connection to send it on: {@code
 *       requestWritten()} tells which;
 *   <li>{@link ConnectionClosedException}: the connection, or the session, ended first. If its {@code requestWritten()} is
 *       true the server may have executed the request;
 *   <li>{@link UnexpectedResultException}: the answer was none that the method allows; the session goes on;
 *   <li>{@link MalformedMessageException}: the connection ended because the server sent nonsense;
 *   <li>{@link OutboundLimitException}: too much already waits to be sent;
 *   <li>{@link java.util.concurrent.CancellationException}: the future was cancelled, and the answer will be ignored.
 * </ul>
 *
 * <p>A call made while there is no connection waits for one, up to its time-out, and so does one that its connection took
 * and had not sent when it ended; {@link OvsdbClientBuilder#failFast()} makes both fail at once instead. A request that was
 * sent is never repeated.
 */
public interface OvsdbClient extends AutoCloseable {
    /** Begins the description of a session. */
    static OvsdbClientBuilder builder() {
        return new OvsdbClientBuilder();
    }

    /** The databases that the server has, in its order ({@code list_dbs}). */
    CompletableFuture<List<String>> listDbs();

    /** A database's schema, asked of the server each time ({@code get_schema}). */
    CompletableFuture<DatabaseSchema> getSchema(String database);

    /**
     * A database's schema, from the cache where it is known to be current. Sessions with the same server share it; it is
     * dropped as soon as the server says that the database was converted.
     */
    CompletableFuture<DatabaseSchema> schema(String database);

    /**
     * Runs the operations as one atomic transaction (RFC 7047, section 4.1.3).
     *
     * <p>Rows in results are read by the database's schema, which is asked for along with the first {@code select}; if the
     * server does not give it they are read by the look of their JSON.
     *
     * <p>Cancelling the future sends {@code cancel} if the request has been written and is unanswered; one that has not
     * been written is not sent. Whether the transaction took place is unknown then; {@link #cancel} asks and waits.
     *
     * @return completes normally with the outcome, also when an operation or the final commit failed: that is an answer
     */
    CompletableFuture<TransactionOutcome> transact(String database, List<? extends Operation> operations);

    /** The same for operations one by one. */
    default CompletableFuture<TransactionOutcome> transact(String database, Operation... operations) {
        return transact(database, List.of(operations));
    }

    /** The same for what a transaction holds now; what is added to it later is another transaction. */
    default CompletableFuture<TransactionOutcome> transact(Transaction transaction) {
        return transact(transaction.database(), transaction.operations());
    }

    /**
     * Sends a transaction as it stands, for callers with operations of their own.
     *
     * @param params the whole {@code params}: an array of the database's name and the operations
     * @return the result as the server wrote it
     */
    CompletableFuture<JsonBytes> transactRaw(JsonBytes params);

    /**
     * The same, but rows that selects find are handed on as they arrive and not kept, so that memory is bounded by the
     * largest row.
     *
     * @param rows called on the event loop, before the future completes; what it throws fails the future, and the rest of
     *     the reply is read past
     * @return the outcome, with {@link dev.ovsdb.protocol.operation.OperationResult.Streamed} for each select
     */
    CompletableFuture<TransactionOutcome> transact(
            String database, List<? extends Operation> operations, SelectedRowSink rows);

    /**
     * Asks the server to give up a transaction ({@code cancel}), and leaves it to the transaction's own future to tell how
     * it ended: with its outcome if it was executed, with {@link RemoteErrorException} {@code canceled} if it was not. To a
     * session that is not aware of database changes the server would not answer (E12): then the future is cancelled.
     *
     * @param transaction a future that {@code transact} or {@code transactRaw} returned, itself and no other made from it
     * @return whether {@code cancel} was sent; false if the transaction is over, or not yet sent: then the future is
     *     cancelled and nothing will be sent
     * @throws IllegalArgumentException if the future is none of a transaction of this session
     */
    CompletableFuture<Boolean> cancel(CompletableFuture<?> transaction);

    /**
     * Monitors tables by {@code monitor} alone, as RFC 7047 has it. The listener is registered before the request leaves.
     *
     * @return completes after the listener got the contents; endings as of {@link #monitor(MonitorSpec, MonitorListener)}
     */
    default CompletableFuture<Monitor> monitor(String database, MonitorRequests requests, MonitorListener listener) {
        return monitor(MonitorSpec.of(database, requests).methods(MonitorMethod.MONITOR), listener);
    }

    /** The same by {@code monitor_cond} alone: with conditions. */
    default CompletableFuture<Monitor> monitorCond(
            String database, MonitorRequests requests, MonitorListener listener) {
        return monitor(MonitorSpec.of(database, requests).methods(MonitorMethod.MONITOR_COND), listener);
    }

    /** The same by {@code monitor_cond_since} alone: with conditions, and from a transaction the caller knows of. */
    default CompletableFuture<Monitor> monitorCondSince(
            String database, MonitorRequests requests, UUID lastTransactionId, MonitorListener listener) {
        MonitorSpec spec = MonitorSpec.of(database, requests).since(lastTransactionId);
        return monitor(spec.methods(MonitorMethod.MONITOR_COND_SINCE), listener);
    }

    /**
     * Monitors tables by the best of the methods that the specification allows. Once started, the monitor is kept up over
     * lost connections and converted databases until it is cancelled; the listener is told (see {@link MonitorListener}).
     *
     * @return completes after the listener got the contents. Fails as any call does, if the first request fails, and with
     *     what the listener throws; the monitor has ended then. A connection lost before the first contents is no failure:
     *     the monitor waits for the next one, once more up to its time-out. Cancelling the future cancels the monitor
     * @throws IllegalArgumentException if the monitor's id is in use in this session, or there are conditions and the first
     *     method knows none
     */
    CompletableFuture<Monitor> monitor(MonitorSpec spec, MonitorListener listener);

    /**
     * Asks for a lock ({@code lock}). The listener is registered before the request leaves.
     *
     * @return completes when the server has answered, with a lock that is owned or waited for; see {@link Lock#owned()}. A
     *     connection lost before that is no failure: the lock waits for the next one, once more up to its time-out.
     *     Cancelling the future gives the lock back
     * @throws IllegalArgumentException if the name is no {@code <id>}
     * @throws IllegalStateException if this session already asked for that lock and has not unlocked it
     */
    CompletableFuture<Lock> lock(String name, LockListener listener);

    /** The same without a listener. */
    default CompletableFuture<Lock> lock(String name) {
        return lock(name, new LockListener() {});
    }

    /** Takes a lock, from its owner if it has one ({@code steal}). Otherwise as {@link #lock(String, LockListener)}. */
    CompletableFuture<Lock> steal(String name, LockListener listener);

    /** The same without a listener. */
    default CompletableFuture<Lock> steal(String name) {
        return steal(name, new LockListener() {});
    }

    /**
     * Gives a lock back by name ({@code unlock}), also one that this session does not know of. For one that it does know of it
     * is {@link Lock#unlock()}.
     */
    CompletableFuture<Void> unlock(String name);

    /** Sends values there and back ({@code echo}). */
    CompletableFuture<List<JsonValue>> echo(JsonValue... values);

    /** The id of the running server ({@code get_server_id}), another one after each of its starts. */
    CompletableFuture<UUID> getServerId();

    /**
     * Says whether this session wants to hear of converted and removed databases rather than be disconnected ({@code
     * set_db_change_aware}). Sessions that dial or accept are aware from the start, unless their builder says otherwise.
     * The choice holds for later connections too.
     */
    CompletableFuture<Void> setDbChangeAware(boolean aware);

    /**
     * Converts a database to another schema ({@code convert}). Monitors of the database are asked for anew.
     *
     * @return completes when the database has been converted
     */
    CompletableFuture<Void> convert(String database, DatabaseSchema schema);

    /** Calls any other method. */
    CompletableFuture<JsonValue> call(String method, JsonValue... params);

    /** The state at this moment; it may be another one when the caller looks at it. */
    SessionState state();

    /** How well the session serves its user at this moment. */
    Health health();

    /** Addresses, certificates and name of the present connection; empty unless the session is live. */
    Optional<TransportInfo> connection();

    /**
     * Where futures complete and listeners run; its timers and its clock are for whoever builds on this session, too.
     * Nothing there may block.
     */
    EventLoop eventLoop();

    /** The calls that have not ended: sent and unanswered, and waiting for a connection. */
    int pendingCalls();

    /** Registers a listener for the session's life. It is not told what happened before. */
    void addListener(SessionListener listener);

    void removeListener(SessionListener listener);

    /**
     * Leaves the present connection, if there is one, and dials at once, the next remote first; a wait between rounds is cut short.
     * Outstanding calls end as with any lost connection, monitors and locks are asked for again. Returns at once.
     *
     * @throws IllegalStateException if the session was given its connection, or a peer made it
     */
    void forceReconnect();

    /**
     * Uses these remotes from now on, in place of those that it had. The present connection is kept if its remote is among them;
     * otherwise it is left for one of them at once. While all failed and it waits, it tries at once if any of them is new. Returns at
     * once.
     *
     * @throws IllegalArgumentException if there is none, or one is an {@code ssl:} remote and the session has no TLS options
     * @throws IllegalStateException if the session was given its connection, or a peer made it
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

    /** The same methods for threads that may wait. They throw at once when called on an event loop. */
    BlockingOvsdbClient blocking();

    /**
     * Ends the session: calls end with {@link ConnectionClosedException}, monitors and locks with it. Returns at once.
     * Closing twice is harmless.
     */
    @Override
    void close();

    /**
     * Completes when the session has ended and everything it held is released: normally if it was closed, exceptionally
     * with what ended it otherwise.
     */
    CompletableFuture<Void> closed();
}
