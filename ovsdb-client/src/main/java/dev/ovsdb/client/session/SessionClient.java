package dev.ovsdb.client.session;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.Health;
import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.SessionListener;
import dev.ovsdb.client.SessionState;
import dev.ovsdb.client.conversation.Conversation;
import dev.ovsdb.client.conversation.Futures;
import dev.ovsdb.client.conversation.Timeouts;
import dev.ovsdb.client.lock.Lock;
import dev.ovsdb.client.lock.LockListener;
import dev.ovsdb.client.locking.LockHandle;
import dev.ovsdb.client.monitor.Monitor;
import dev.ovsdb.client.monitor.MonitorListener;
import dev.ovsdb.client.monitor.MonitorSpec;
import dev.ovsdb.client.subscription.MonitorHandle;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.connection.PendingCall;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.Select;
import dev.ovsdb.protocol.operation.SelectedRowSink;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.rpc.Transact;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every method of a session, each passed through its gate. Thread-safe. */
final class SessionClient implements OvsdbClient {
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final SessionCore core;
    private final Driver driver;
    private final Timeouts timeouts;
    private final AtomicLong monitorIds = new AtomicLong();
    private final BlockingOvsdbClient blocking = new BlockingClient(this);
    private final CompletableFuture<Void> closed;
    private volatile @Nullable Boolean awareness;

    SessionClient(SessionCore core, Driver driver, Timeouts timeouts) {
        this.core = core;
        this.driver = driver;
        this.timeouts = timeouts;
        this.closed = driver.released().thenCompose(released -> core.ended());
        core.beforeServing(this::repeatAwareness);
    }

    private <T> CompletableFuture<T> through(String name, Function<Conversation, CompletableFuture<T>> call) {
        return DeferredCall.through(core.gate(), name, timeouts.other(), call);
    }

    @Override
    public CompletableFuture<List<String>> listDbs() {
        return through("list_dbs", Conversation::listDbs);
    }

    @Override
    public CompletableFuture<DatabaseSchema> getSchema(String database) {
        Objects.requireNonNull(database, "database");
        return through("get_schema", conversation -> conversation.getSchema(database));
    }

    @Override
    public CompletableFuture<DatabaseSchema> schema(String database) {
        Objects.requireNonNull(database, "database");
        return through("get_schema", conversation -> conversation.schemas().get(database));
    }

    @Override
    public CompletableFuture<TransactionOutcome> transact(String database, List<? extends Operation> operations) {
        Objects.requireNonNull(database, "database");
        List<Operation> fixed = List.copyOf(operations);
        return TransactCall.through(core.gate(), timeouts.transact(), conversation -> {
            if (!hasSelect(fixed)) {
                return sent(conversation, conversation.transact(database, fixed, null));
            }
            Optional<DatabaseSchema> schema = conversation.schemas().known(database);
            return schema.isPresent()
                    ? sent(conversation, conversation.transact(database, fixed, schema.get()))
                    : sentWithSchema(conversation, database, fixed);
        });
    }

    private static boolean hasSelect(List<Operation> operations) {
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i) instanceof Select) {
                return true;
            }
        }
        return false;
    }

    private static <T> TransactCall.Sent<T> sent(Conversation conversation, PendingCall<T> call) {
        return new TransactCall.Sent<>(conversation, call, call.future());
    }

    /** The schema is asked for first, the transaction right behind it; the result is read when both are there. */
    private static TransactCall.Sent<TransactionOutcome> sentWithSchema(
            Conversation conversation, String database, List<Operation> operations) {
        CompletableFuture<@Nullable DatabaseSchema> schema =
                orNone(conversation.schemas().get(database));
        PendingCall<JsonBytes> call = conversation.transactRaw(JsonBytes.of(Transact.params(database, operations)));
        CompletableFuture<TransactionOutcome> outcome = call.future()
                .thenCombine(
                        schema,
                        (result, known) -> Transact.result(operations, known).read(result.buffers()));
        return new TransactCall.Sent<>(conversation, call, outcome);
    }

    /** A server that keeps its schema to itself: rows are read by the look of their JSON then. */
    private static CompletableFuture<@Nullable DatabaseSchema> orNone(CompletableFuture<DatabaseSchema> schema) {
        return schema.handle((known, failure) -> known);
    }

    @Override
    public CompletableFuture<TransactionOutcome> transact(
            String database, List<? extends Operation> operations, SelectedRowSink rows) {
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(rows, "rows");
        List<Operation> fixed = List.copyOf(operations);
        return TransactCall.through(core.gate(), timeouts.transact(), conversation -> {
            CompletableFuture<@Nullable DatabaseSchema> schema =
                    orNone(conversation.schemas().get(database));
            PendingCall<CompletableFuture<TransactionOutcome>> call =
                    conversation.transact(database, fixed, schema, rows);
            return new TransactCall.Sent<>(conversation, call, call.future().thenCompose(Function.identity()));
        });
    }

    @Override
    public CompletableFuture<JsonBytes> transactRaw(JsonBytes params) {
        Objects.requireNonNull(params, "params");
        return TransactCall.through(
                core.gate(), timeouts.transact(), conversation -> sent(conversation, conversation.transactRaw(params)));
    }

    @Override
    public CompletableFuture<Boolean> cancel(CompletableFuture<?> transaction) {
        if (transaction instanceof TransactCall<?> call) {
            return call.cancelAndWait();
        }
        throw new IllegalArgumentException("expected the future that transact returned, not " + transaction);
    }

    @Override
    public CompletableFuture<Monitor> monitor(MonitorSpec spec, MonitorListener listener) {
        Objects.requireNonNull(listener, "listener");
        JsonValue id = spec.id().orElseGet(() -> JsonValue.of(monitorIds.incrementAndGet()));
        return MonitorHandle.ask(core.gate(), spec, id, core.monitors(), listener, timeouts.download());
    }

    @Override
    public CompletableFuture<Lock> lock(String name, LockListener listener) {
        return ask(name, "lock", listener);
    }

    @Override
    public CompletableFuture<Lock> steal(String name, LockListener listener) {
        return ask(name, "steal", listener);
    }

    private CompletableFuture<Lock> ask(String name, String method, LockListener listener) {
        if (!ID.matcher(name).matches()) {
            throw new IllegalArgumentException("expected a lock's name as " + ID + ", not \"" + name + "\"");
        }
        return LockHandle.ask(core.gate(), name, method, listener, core.locks(), timeouts.other());
    }

    @Override
    public CompletableFuture<Void> unlock(String name) {
        Optional<LockHandle> known = core.locks().find(name);
        return known.isPresent() ? known.get().unlock() : through("unlock", conversation -> conversation.unlock(name));
    }

    @Override
    public CompletableFuture<List<JsonValue>> echo(JsonValue... values) {
        JsonValue params = JsonValue.array(values);
        return through("echo", conversation -> conversation.echo(params));
    }

    @Override
    public CompletableFuture<UUID> getServerId() {
        return through("get_server_id", Conversation::getServerId);
    }

    @Override
    public CompletableFuture<Void> setDbChangeAware(boolean aware) {
        awareness = aware;
        return through("set_db_change_aware", conversation -> conversation.setDbChangeAware(aware));
    }

    /** What the user chose by a call holds for later connections too. */
    private void repeatAwareness(Conversation conversation) {
        Boolean chosen = awareness;
        if (chosen != null && chosen != conversation.aware()) {
            conversation.setDbChangeAware(chosen);
        }
    }

    @Override
    public CompletableFuture<Void> convert(String database, DatabaseSchema schema) {
        Objects.requireNonNull(schema, "schema");
        return through("convert", conversation -> conversation.convert(database, schema));
    }

    @Override
    public CompletableFuture<JsonValue> call(String method, JsonValue... params) {
        Objects.requireNonNull(method, "method");
        return call(method, JsonValue.array(params));
    }

    private CompletableFuture<JsonValue> call(String method, JsonValue params) {
        return through(method, conversation -> conversation.call(method, params));
    }

    @Override
    public SessionState state() {
        return core.state();
    }

    @Override
    public Health health() {
        return core.health();
    }

    @Override
    public Optional<TransportInfo> connection() {
        return core.conversation().map(Conversation::info);
    }

    @Override
    public int pendingCalls() {
        return core.pendingCalls();
    }

    @Override
    public void addListener(SessionListener listener) {
        core.listeners().add(listener);
    }

    @Override
    public void removeListener(SessionListener listener) {
        core.listeners().remove(listener);
    }

    @Override
    public void forceReconnect() {
        driver.forceReconnect();
    }

    @Override
    public void setRemotes(List<? extends ConnectionMethod.Active> remotes) {
        driver.setRemotes(remotes);
    }

    @Override
    public EventLoop eventLoop() {
        return core.loop();
    }

    @Override
    public BlockingOvsdbClient blocking() {
        return blocking;
    }

    @Override
    public void close() {
        driver.close();
    }

    @Override
    public CompletableFuture<Void> closed() {
        CompletableFuture<Void> copy = new CompletableFuture<>();
        Futures.tell(closed, copy);
        return copy;
    }
}
