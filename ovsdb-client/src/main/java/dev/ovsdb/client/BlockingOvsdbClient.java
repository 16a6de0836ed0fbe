package dev.ovsdb.client;

import dev.ovsdb.client.lock.Lock;
import dev.ovsdb.client.lock.LockListener;
import dev.ovsdb.client.monitor.Monitor;
import dev.ovsdb.client.monitor.MonitorListener;
import dev.ovsdb.client.monitor.MonitorSpec;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.SelectedRowSink;
import dev.ovsdb.protocol.operation.Transaction;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * {@link OvsdbClient} for threads that may wait: each method waits for what the method of the same name promises, and throws
 * what its future would fail with.
 *
 * <p>Called on an event loop, each throws {@link IllegalStateException} at once: it would wait for itself. A thread that is
 * interrupted while it waits gets {@link java.util.concurrent.CancellationException}, its call is cancelled, and it stays
 * interrupted.
 *
 * <pre>{@code
 * try (var client = OvsdbClient.builder().remotes("tcp:127.0.0.1:6640").connectBlocking()) {
 *     System.out.println(client.listDbs());
 * }
 * }</pre>
 */
public interface BlockingOvsdbClient extends AutoCloseable {
    /** The same session, asynchronous. */
    OvsdbClient async();

    List<String> listDbs();

    DatabaseSchema getSchema(String database);

    DatabaseSchema schema(String database);

    TransactionOutcome transact(String database, List<? extends Operation> operations);

    default TransactionOutcome transact(String database, Operation... operations) {
        return transact(database, List.of(operations));
    }

    default TransactionOutcome transact(Transaction transaction) {
        return transact(transaction.database(), transaction.operations());
    }

    TransactionOutcome transact(String database, List<? extends Operation> operations, SelectedRowSink rows);

    JsonBytes transactRaw(JsonBytes params);

    Monitor monitor(MonitorSpec spec, MonitorListener listener);

    Lock lock(String name, LockListener listener);

    /** Waits until the server has answered, not until the lock is owned; see {@link Lock#acquired()}. */
    Lock lock(String name);

    Lock steal(String name);

    void unlock(String name);

    List<JsonValue> echo(JsonValue... values);

    UUID getServerId();

    void setDbChangeAware(boolean aware);

    void convert(String database, DatabaseSchema schema);

    JsonValue call(String method, JsonValue... params);

    /** Waits for any future of this session, such as a monitor's. */
    <T> T await(CompletableFuture<T> future);

    /** Ends the session and waits until everything it held is released. */
    @Override
    void close();
}
