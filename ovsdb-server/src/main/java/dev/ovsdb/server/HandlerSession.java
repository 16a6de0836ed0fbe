package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.monitor.TableUpdates;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.rpc.MonitorCondSince;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The conversation with one peer.
 *
 * <p>Methods are called one at a time, in the order of the wire: on the connection's event loop, where nothing may block, or on
 * the executor that the server was given for this. Calls are begun in order; their replies leave as they are ready. What a
 * method throws is logged and answered with {@code internal error}, but {@link RpcErrorException}, which is the answer.
 *
 * <p>There is one method for each RPC, and each has a default; {@link #request} stands in front of them all, for handlers that
 * read parameters themselves. {@code echo} is answered before it comes here, unless requests before it wait for their answers:
 * then it comes to {@link #request}, so that a handler that answers in order can do so.
 */
public interface HandlerSession {
    /** A request of any method. By default its parameters are read, and the method of its name is called. */
    default void request(ServerRequest request) {
        TypedCalls.dispatch(this, request);
    }

    /** A notification. By default {@code cancel} is read and told to {@link #cancel}; all others are passed over. */
    default void notification(String method, JsonBytes params) {
        TypedCalls.notification(this, method, params);
    }

    /** {@code list_dbs}. By default the names of {@link Handler#schemas}. */
    default Reply<List<String>> listDbs() {
        return Reply.unhandled();
    }

    /** {@code get_schema}. By default from {@link Handler#schemas}, and {@code unknown database} for any other name. */
    default Reply<DatabaseSchema> getSchema(String database) {
        return Reply.unhandled();
    }

    /**
     * {@code transact} as it came, for a handler that reads operations itself. Where it is {@link Reply#unhandled}, as by default,
     * they are read by the schema that the handler declares, and {@link #transact} is called.
     *
     * @param params the whole array: the name of the database, then the operations
     */
    default Reply<JsonBytes> transactRaw(JsonBytes params) {
        return Reply.unhandled();
    }

    /** {@code transact}. */
    default Reply<TransactionOutcome> transact(String database, List<Operation> operations) {
        return Reply.unhandled();
    }

    /** {@code cancel}: the peer gives up on a {@code transact}; what was promised for it is cancelled after this. */
    default void cancel(JsonValue requestId) {}

    /** {@code monitor}: what is there now; changes follow as {@code update}. */
    default Reply<TableUpdates> monitor(MonitorCall call) {
        return Reply.unhandled();
    }

    /** {@code monitor_cond}: what is there now; changes follow as {@code update2}. */
    default Reply<TableUpdates> monitorCond(MonitorCall call) {
        return Reply.unhandled();
    }

    /**
     * {@code monitor_cond_since}: what has changed since a transaction; further changes follow as {@code update3}.
     *
     * @param lastTransactionId the zero UUID for a peer that has nothing yet
     */
    default Reply<MonitorCondSince.Result> monitorCondSince(MonitorCall call, UUID lastTransactionId) {
        return Reply.unhandled();
    }

    /** {@code monitor_cond_change}. The update it causes, under the new id, is sent before it is answered. */
    default Reply<Void> monitorCondChange(JsonValue oldId, JsonValue newId, MonitorConditions conditions) {
        return Reply.unhandled();
    }

    /** {@code monitor_cancel}. */
    default Reply<Void> monitorCancel(JsonValue monitorId) {
        return Reply.unhandled();
    }

    /** {@code lock}: whether the session owns the lock now; if not, {@code locked} tells when it does. */
    default Reply<Boolean> lock(String name) {
        return Reply.unhandled();
    }

    /** {@code steal}: the session owns the lock now, and who did is told {@code stolen}. */
    default Reply<Boolean> steal(String name) {
        return Reply.unhandled();
    }

    /** {@code unlock}. */
    default Reply<Void> unlock(String name) {
        return Reply.unhandled();
    }

    /** {@code get_server_id}. */
    default Reply<UUID> getServerId() {
        return Reply.unhandled();
    }

    /** {@code set_db_change_aware}. */
    default Reply<Void> setDbChangeAware(boolean aware) {
        return Reply.unhandled();
    }

    /** {@code convert}. */
    default Reply<Void> convert(String database, DatabaseSchema schema) {
        return Reply.unhandled();
    }

    /** A method that OVSDB does not have. */
    default Reply<JsonBytes> other(String method, JsonBytes params) {
        return Reply.unhandled();
    }

    /** The session's locks, for the status of its remote. Any thread. */
    default SessionLocks locks() {
        return SessionLocks.NONE;
    }

    /** All requests that came in one read were handed over: what they led to can now be done in one go. */
    default void readComplete() {}

    /** Bytes left, and few or none are left behind them. Comes after {@link ServerConnection#isWritable} was false. */
    default void writable() {}

    /**
     * The session has ended. Comes exactly once, last.
     *
     * @param cause null if this side closed it in an orderly way
     */
    default void closed(@Nullable Throwable cause) {}
}
