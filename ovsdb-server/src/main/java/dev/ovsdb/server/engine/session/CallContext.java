package dev.ovsdb.server.engine.session;

import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.transaction.TransactionContext;
import dev.ovsdb.server.rights.RowRights;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Who executes a transaction, and what he may do. */
final class CallContext implements TransactionContext {
    private final TransactCall call;
    private final ServedDatabase database;

    CallContext(TransactCall call, ServedDatabase database) {
        this.call = call;
        this.database = database;
    }

    @Override
    public boolean readOnly() {
        return call.session.isReadOnly();
    }

    @Override
    public boolean ownsLock(String lock) {
        return call.session.engine().locks().owns(call.session, lock);
    }

    @Override
    public @Nullable RowRights rights() {
        return call.session.rights(database.schema());
    }

    @Override
    public Duration elapsed() {
        return call.elapsed();
    }

    @Override
    public boolean resultsPileUp() {
        return call.session.resultsPileUp();
    }

    @Override
    public boolean isBacklogFull() {
        return call.session.outlet().isBacklogFull();
    }

    @Override
    public boolean isVirtual(TableSchema table) {
        return database.virtualTables().contains(table.name());
    }
}
