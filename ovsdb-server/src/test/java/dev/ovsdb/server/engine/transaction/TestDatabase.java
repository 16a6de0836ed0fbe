package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.engine.store.DatabaseStore;
import dev.ovsdb.server.engine.transaction.Execution.Blocked;
import dev.ovsdb.server.engine.transaction.Execution.Done;
import java.nio.charset.StandardCharsets;

/** A database in memory, and a session that may do everything but what a test takes from it. */
final class TestDatabase {
    final TestContext context = new TestContext();
    final DatabaseStore store;
    private final IdSource ids = IdSource.seeded(7);
    private final TransactionExecutor executor;

    TestDatabase(DatabaseSchema schema) {
        this(schema, LaneShare.DEFAULT);
    }

    TestDatabase(String schema, LaneShare share) {
        this(DatabaseSchema.parse(json(schema)), share);
    }

    private TestDatabase(DatabaseSchema schema, LaneShare share) {
        this.store = new DatabaseStore(schema, ids);
        this.executor = new TransactionExecutor(ids, share);
    }

    static TestDatabase of(String schema) {
        return new TestDatabase(DatabaseSchema.parse(json(schema)));
    }

    TransactRequest parse(String params) {
        return TransactRequest.parse(
                JsonBytes.of(params.getBytes(StandardCharsets.UTF_8)),
                name -> name.equals(store.schema().name()) ? store.schema() : null);
    }

    /** Executes a transaction that does not block. */
    TransactResult execute(TransactRequest request) {
        TransactResult result = ((Done) attempt(request)).result();
        if (result.version() != null) {
            store.publish(result.version().number());
        }
        return result;
    }

    Execution attempt(TransactRequest request) {
        return executor.execute(request, store, context);
    }

    /** The result of operations, given with single quotes and without the database's name. */
    String run(String... operations) {
        return execute(request(operations)).toJson().toString();
    }

    Blocked block(String... operations) {
        return (Blocked) attempt(request(operations));
    }

    TransactRequest request(String... operations) {
        return parse(json("['" + store.schema().name() + "'," + String.join(",", operations) + "]"));
    }

    static String json(String text) {
        return text.replace('\'', '"');
    }
}
