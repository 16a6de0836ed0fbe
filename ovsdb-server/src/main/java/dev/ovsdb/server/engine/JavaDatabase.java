package dev.ovsdb.server.engine;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.rpc.Convert;
import dev.ovsdb.protocol.rpc.Transact;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.database.VirtualRows;
import dev.ovsdb.server.engine.session.EngineParts;
import dev.ovsdb.server.engine.session.JavaSession;
import dev.ovsdb.server.storage.StorageStatus;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A served database, as code in this process has it. */
final class JavaDatabase implements Database {
    private final EngineParts engine;
    private final ServedDatabase database;
    private final JavaSession session;
    private final Views views;

    JavaDatabase(EngineParts engine, ServedDatabase database, Views views) {
        this.engine = engine;
        this.views = views;
        this.database = database;
        this.session = new JavaSession(engine);
    }

    ServedDatabase served() {
        return database;
    }

    @Override
    public String name() {
        return database.name();
    }

    @Override
    public DatabaseSchema schema() {
        return database.schema();
    }

    @Override
    public CompletableFuture<TransactionOutcome> transact(List<? extends Operation> operations) {
        List<Operation> all = List.copyOf(operations);
        DatabaseSchema schema = schema();
        JsonBytes params = JsonBytes.of(Transact.params(name(), all));
        return Answers.of(this, session.call(Transact.METHOD, params))
                .thenApply(result -> Transact.result(all, schema).read(result.toByteArray()));
    }

    @Override
    public DatabaseView view() {
        requireServed();
        return views.open(name(), database.instance().store());
    }

    private void requireServed() {
        if (engine.databases().find(name()) != database) {
            throw closed();
        }
    }

    DatabaseClosedException closed() {
        return new DatabaseClosedException("database " + name() + " is not served any more");
    }

    @Override
    public CompletableFuture<Void> compact() {
        var done = new CompletableFuture<Void>();
        engine.lane().execute(() -> database.compact().whenComplete((nothing, failure) -> end(done, failure)));
        return done;
    }

    private void end(CompletableFuture<Void> future, @Nullable Throwable failure) {
        engine.home().execute(() -> {
            if (failure == null) {
                future.complete(null);
            } else {
                future.completeExceptionally(failure);
            }
        });
    }

    @Override
    public CompletableFuture<Void> convert(DatabaseSchema schema) {
        JsonBytes params = JsonBytes.of(Convert.params(name(), schema));
        return Answers.of(this, session.call(Convert.METHOD, params)).thenAccept(result -> {});
    }

    @Override
    public VirtualTable virtualTable(String table) {
        if (!database.virtualTables().contains(table)) {
            throw new IllegalArgumentException(
                    name() + " has no virtual table " + table + ", only " + database.virtualTables());
        }
        return new HandledTable(this, table);
    }

    CompletableFuture<Void> change(VirtualRows rows) {
        return Answers.of(this, session.change(database, rows)).thenAccept(result -> {});
    }

    @Override
    public Registration onPublished(Collection<String> tables, Runnable listener) {
        return database.listeners().add(tables, listener)::run;
    }

    @Override
    public StorageStatus status() {
        return database.storage().status();
    }

    @Override
    public DatabaseFigures figures() {
        return Figures.of(database);
    }
}
