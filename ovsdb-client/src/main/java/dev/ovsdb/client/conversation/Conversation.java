package dev.ovsdb.client.conversation;

import dev.ovsdb.client.monitor.MonitorMethod;
import dev.ovsdb.client.schema.SchemaCache;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.connection.BodyConsumer;
import dev.ovsdb.jsonrpc.connection.Call;
import dev.ovsdb.jsonrpc.connection.JsonRpcConnection;
import dev.ovsdb.jsonrpc.connection.PeerHandler;
import dev.ovsdb.jsonrpc.connection.PendingCall;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import dev.ovsdb.protocol.monitor.UpdatesHeader;
import dev.ovsdb.protocol.monitor.UpdatesMessage;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.SelectedRowSink;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.rpc.Cancel;
import dev.ovsdb.protocol.rpc.Convert;
import dev.ovsdb.protocol.rpc.Echo;
import dev.ovsdb.protocol.rpc.GetSchema;
import dev.ovsdb.protocol.rpc.GetServerId;
import dev.ovsdb.protocol.rpc.ListDbs;
import dev.ovsdb.protocol.rpc.Lock;
import dev.ovsdb.protocol.rpc.Monitor;
import dev.ovsdb.protocol.rpc.MonitorCancel;
import dev.ovsdb.protocol.rpc.MonitorCond;
import dev.ovsdb.protocol.rpc.MonitorCondChange;
import dev.ovsdb.protocol.rpc.MonitorCondSince;
import dev.ovsdb.protocol.rpc.SetDbChangeAware;
import dev.ovsdb.protocol.rpc.Transact;
import dev.ovsdb.protocol.rpc.Unlock;
import dev.ovsdb.protocol.rpc.UpdatesReaders;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * OVSDB on one connection: every method as a typed call, and every notification to the target that was registered for it.
 *
 * <p>Thread-safe. Requests leave in call order; a target is registered before its request leaves. Futures fail as calls of
 * {@link JsonRpcConnection} do, and with {@link dev.ovsdb.protocol.rpc.UnexpectedResultException} for a result that the
 * method does not allow.
 */
public final class Conversation {
    private final JsonRpcConnection connection;
    private final Notifications notifications;
    private final Timeouts timeouts;
    private final ConversationSchemas schemas;
    private volatile boolean aware;
    private volatile @Nullable UUID serverId;

    private Conversation(
            JsonRpcConnection connection,
            Notifications notifications,
            Timeouts timeouts,
            SchemaCache cache,
            UUID serverless) {
        this.connection = connection;
        this.notifications = notifications;
        this.timeouts = timeouts;
        this.schemas = new ConversationSchemas(this, cache, serverless);
    }

    /**
     * Begins a conversation.
     *
     * @param opener opens the connection with the handler it is given, on the connection's event loop
     */
    public static Conversation open(
            Function<PeerHandler, JsonRpcConnection> opener, Timeouts timeouts, SchemaCache cache, IdSource ids) {
        Notifications notifications = new Notifications();
        JsonRpcConnection connection = opener.apply(notifications);
        Conversation conversation = new Conversation(connection, notifications, timeouts, cache, ids.nextUuid());
        notifications.belongTo(conversation);
        connection.closed().thenAccept(cause -> conversation.schemas.close());
        return conversation;
    }

    public TransportInfo info() {
        return connection.info();
    }

    public EventLoop eventLoop() {
        return connection.eventLoop();
    }

    public boolean isOpen() {
        return connection.isOpen();
    }

    public int pendingCalls() {
        return connection.pendingCalls();
    }

    /** Completes when the connection has ended, with the cause, or null if it was closed here without one. */
    public CompletableFuture<@Nullable Throwable> closed() {
        return connection.closed();
    }

    public void close() {
        connection.close();
    }

    public void close(Throwable cause) {
        connection.close(cause);
    }

    /** The schemas of the server's databases. */
    public ConversationSchemas schemas() {
        return schemas;
    }

    /** Whether the server has agreed to tell this session of database changes. */
    public boolean aware() {
        return aware;
    }

    Optional<UUID> serverId() {
        return Optional.ofNullable(serverId);
    }

    public CompletableFuture<List<String>> listDbs() {
        return send(Calls.small(ListDbs.METHOD, ListDbs.params(), timeouts.other(), ListDbs::result));
    }

    public CompletableFuture<DatabaseSchema> getSchema(String database) {
        return send(Calls.download(
                GetSchema.METHOD,
                GetSchema.params(database),
                timeouts.download(),
                () -> new StreamedBody<>(GetSchema.result(), cause -> {})));
    }

    public CompletableFuture<UUID> getServerId() {
        return send(Calls.small(GetServerId.METHOD, GetServerId.params(), timeouts.other(), GetServerId::result))
                .whenComplete((id, failure) -> {
                    if (id != null) {
                        serverId = id;
                    }
                });
    }

    public CompletableFuture<Void> setDbChangeAware(boolean wanted) {
        return send(Calls.small(
                        SetDbChangeAware.METHOD,
                        SetDbChangeAware.params(wanted),
                        timeouts.other(),
                        SetDbChangeAware::result))
                .thenAccept(done -> awareFromNowOn(wanted));
    }

    private void awareFromNowOn(boolean wanted) {
        boolean news = wanted && !aware;
        aware = wanted;
        if (news) {
            schemas.becameAware();
        }
    }

    /** Converts a database; what is cached of its schema is dropped. */
    public CompletableFuture<Void> convert(String database, DatabaseSchema schema) {
        return send(Calls.small(Convert.METHOD, Convert.params(database, schema), timeouts.download(), Convert::result))
                .thenAccept(done -> schemas.invalidate(database));
    }

    // Transactions.

    /** @param schema by which selected rows are read, if it matters and is known */
    public PendingCall<TransactionOutcome> transact(
            String database, List<Operation> operations, @Nullable DatabaseSchema schema) {
        return connection.call(Calls.small(
                Transact.METHOD,
                Transact.params(database, operations),
                timeouts.transact(),
                () -> Transact.result(operations, schema)));
    }

    /**
     * The rows that selects find go to the sink as they come; the time-out counts from the last byte.
     *
     * @param schema by which they are read: asked for before, so its answer comes before theirs. If it does not, they are
     *     kept until it has come
     */
    public PendingCall<CompletableFuture<TransactionOutcome>> transact(
            String database,
            List<Operation> operations,
            CompletableFuture<@Nullable DatabaseSchema> schema,
            SelectedRowSink rows) {
        return connection.call(Calls.download(
                Transact.METHOD,
                Transact.params(database, operations),
                timeouts.transact(),
                () -> new RowsBody<>(schema.thenApply(known -> Transact.result(operations, known, rows)))));
    }

    /** @param params the database and the operations; the result is given as it comes */
    public PendingCall<JsonBytes> transactRaw(JsonBytes params) {
        return connection.call(new Call<>(
                Transact.METHOD,
                params,
                timeouts.transact(),
                Call.TimeoutFrom.REQUEST,
                () -> BodyConsumer.buffered(body -> body)));
    }

    /**
     * Forgets a transaction: if it has not left it never will, and if it has and is unanswered, {@code cancel} follows it.
     * Whether it has left is certain on the event loop only. Its id is never used again, so a cancel that crosses the answer
     * does no harm.
     */
    public void withdraw(PendingCall<?> transaction) {
        if (transaction.future().cancel(false)) {
            onLoop(() -> cancelIfWritten(transaction));
        }
    }

    /**
     * Asks the server to give a transaction up, and lets its answer come; one that has not left never will.
     *
     * @return whether {@code cancel} was sent
     */
    public CompletableFuture<Boolean> cancel(PendingCall<?> transaction) {
        CompletableFuture<Boolean> sent = new CompletableFuture<>();
        onLoop(() -> {
            boolean over = transaction.future().isDone();
            if (!aware || !transaction.written()) {
                transaction.future().cancel(false); // E12: no answer would come.
            }
            sent.complete(!over && cancelIfWritten(transaction));
        });
        return sent;
    }

    private boolean cancelIfWritten(PendingCall<?> transaction) {
        return transaction.written() && notifyCancel(transaction.id());
    }

    /** Runs a task on the event loop: now, if this is on it. */
    public void onLoop(Runnable task) {
        if (eventLoop().inEventLoop()) {
            task.run();
        } else {
            eventLoop().execute(task);
        }
    }

    private boolean notifyCancel(JsonValue id) {
        try {
            connection.notify(Cancel.METHOD, JsonBytes.of(Cancel.params(utf8(id))));
            return true;
        } catch (ConnectionClosedException e) {
            return false; // The server drops what it still has of a session that is gone.
        }
    }

    // Monitors.

    /**
     * Asks for a monitor; its contents and changes go to the target, whose request this registers first.
     *
     * @throws IllegalArgumentException if the id is in use on this connection
     */
    public CompletableFuture<MonitorReply> monitor(
            MonitorMethod method,
            String database,
            JsonValue id,
            MonitorRequests requests,
            UUID since,
            MonitorTarget target) {
        if (!notifications.addMonitor(id, target)) {
            throw new IllegalArgumentException("monitor id " + id + " is in use");
        }
        List<ByteBuffer> params = switch (method) {
            case MONITOR -> Monitor.params(database, utf8(id), requests);
            case MONITOR_COND -> MonitorCond.params(database, utf8(id), requests);
            case MONITOR_COND_SINCE -> MonitorCondSince.params(database, utf8(id), requests, since);
        };
        return send(Calls.download(method.request(), params, timeouts.download(), () -> contents(method, target)))
                .whenComplete((reply, failure) -> {
                    if (failure != null) {
                        notifications.removeMonitor(id);
                    }
                });
    }

    private static BodyConsumer<MonitorReply> contents(MonitorMethod method, MonitorTarget target) {
        MessageDelivery delivery = new MessageDelivery(header -> target, true);
        var reader = UpdatesReaders.routed(method.request(), result(method), delivery);
        return new StreamedBody<>(new ContentsReader(reader, delivery), delivery::aborted);
    }

    private static UpdatesMessage result(MonitorMethod method) {
        return switch (method) {
            case MONITOR -> UpdatesMessage.MONITOR_RESULT;
            case MONITOR_COND -> UpdatesMessage.MONITOR_COND_RESULT;
            case MONITOR_COND_SINCE -> UpdatesMessage.MONITOR_COND_SINCE_RESULT;
        };
    }

    private record ContentsReader(dev.ovsdb.protocol.rpc.ResultReader<UpdatesHeader> reader, MessageDelivery delivery)
            implements dev.ovsdb.protocol.rpc.ResultReader<MonitorReply> {
        @Override
        public void feed(ByteBuffer piece) {
            reader.feed(piece);
        }

        @Override
        public MonitorReply finish() {
            return new MonitorReply(reader.finish(), delivery.delivered());
        }
    }

    public CompletableFuture<Void> monitorCondChange(JsonValue id, MonitorConditions conditions) {
        return send(Calls.small(
                MonitorCondChange.METHOD,
                MonitorCondChange.params(utf8(id), utf8(id), conditions),
                timeouts.download(),
                MonitorCondChange::result));
    }

    /** Ends a monitor; from now on nothing goes to its target. */
    public CompletableFuture<Void> monitorCancel(JsonValue id) {
        notifications.removeMonitor(id);
        return send(Calls.small(
                MonitorCancel.METHOD, MonitorCancel.params(utf8(id)), timeouts.other(), MonitorCancel::result));
    }

    // Locks.

    /** Says who hears of a lock from now on. */
    public void routeLock(String name, LockTarget target) {
        notifications.setLock(name, target);
    }

    /** @param method {@code lock} or {@code steal}, which differ in nothing else */
    public CompletableFuture<Boolean> lock(String method, String name) {
        return send(Calls.small(method, Lock.params(name), timeouts.other(), Lock::result));
    }

    public CompletableFuture<Void> unlock(String name) {
        notifications.removeLock(name);
        return send(Calls.small(Unlock.METHOD, Unlock.params(name), timeouts.other(), Unlock::result));
    }

    // Anything.

    /** Sends an array there and back. */
    public CompletableFuture<List<JsonValue>> echo(JsonValue values) {
        return send(Calls.small(Echo.METHOD, List.of(ByteBuffer.wrap(utf8(values))), timeouts.other(), Echo::result))
                .thenApply(text -> ((JsonArray) JsonValue.parse(text)).elements());
    }

    /** Calls a method with small parameters and a small result. */
    public CompletableFuture<JsonValue> call(String method, JsonValue params) {
        return send(Call.of(method, JsonBytes.of(params), timeouts.other()));
    }

    private <T extends @Nullable Object> CompletableFuture<T> send(Call<T> call) {
        return connection.call(call).future();
    }

    private static byte[] utf8(JsonValue value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }
}
