package dev.ovsdb.client.session;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.lock.Lock;
import dev.ovsdb.client.lock.LockListener;
import dev.ovsdb.client.monitor.Monitor;
import dev.ovsdb.client.monitor.MonitorListener;
import dev.ovsdb.client.monitor.MonitorSpec;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.SelectedRowSink;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Waits for what a session does. Thread-safe. */
final class BlockingClient implements BlockingOvsdbClient {
    private final SessionClient client;
    private final Waiting waiting;

    BlockingClient(SessionClient client) {
        this.client = client;
        this.waiting = new Waiting(client::eventLoop);
    }

    private <T> T wait(Function<OvsdbClient, CompletableFuture<T>> call) {
        waiting.check(); // Before the call: what must not be waited for must not be begun.
        return waiting.on(call.apply(client));
    }

    @Override
    public OvsdbClient async() {
        return client;
    }

    @Override
    public List<String> listDbs() {
        return wait(OvsdbClient::listDbs);
    }

    @Override
    public DatabaseSchema getSchema(String database) {
        return wait(session -> session.getSchema(database));
    }

    @Override
    public DatabaseSchema schema(String database) {
        return wait(session -> session.schema(database));
    }

    @Override
    public TransactionOutcome transact(String database, List<? extends Operation> operations) {
        return wait(session -> session.transact(database, operations));
    }

    @Override
    public TransactionOutcome transact(String database, List<? extends Operation> operations, SelectedRowSink rows) {
        return wait(session -> session.transact(database, operations, rows));
    }

    @Override
    public JsonBytes transactRaw(JsonBytes params) {
        return wait(session -> session.transactRaw(params));
    }

    @Override
    public Monitor monitor(MonitorSpec spec, MonitorListener listener) {
        return wait(session -> session.monitor(spec, listener));
    }

    @Override
    public Lock lock(String name, LockListener listener) {
        return wait(session -> session.lock(name, listener));
    }

    @Override
    public Lock lock(String name) {
        return wait(session -> session.lock(name));
    }

    @Override
    public Lock steal(String name) {
        return wait(session -> session.steal(name));
    }

    @Override
    public void unlock(String name) {
        wait(session -> session.unlock(name));
    }

    @Override
    public List<JsonValue> echo(JsonValue... values) {
        return wait(session -> session.echo(values));
    }

    @Override
    public UUID getServerId() {
        return wait(OvsdbClient::getServerId);
    }

    @Override
    public void setDbChangeAware(boolean aware) {
        wait(session -> session.setDbChangeAware(aware));
    }

    @Override
    public void convert(String database, DatabaseSchema schema) {
        wait(session -> session.convert(database, schema));
    }

    @Override
    public JsonValue call(String method, JsonValue... params) {
        return wait(session -> session.call(method, params));
    }

    @Override
    public <T> T await(CompletableFuture<T> future) {
        waiting.check();
        return waiting.on(future);
    }

    @Override
    public void close() {
        waiting.check();
        client.close();
        waiting.on(client.closed().exceptionally(ended -> null));
    }
}
