package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.engine.store.DatabaseStore;
import dev.ovsdb.server.engine.store.StoreTransaction;
import dev.ovsdb.server.engine.store.TableRow;
import dev.ovsdb.server.rights.TransactionRows;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The rows as a transaction of the store sees them. */
abstract class StoreRows implements TransactionRows {
    private final DatabaseStore store;
    private final StoreTransaction transaction;

    StoreRows(DatabaseStore store, StoreTransaction transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    final StoreTransaction transaction() {
        return transaction;
    }

    @Override
    public final DatabaseSchema schema() {
        return store.schema();
    }

    @Override
    public final @Nullable Row find(TableSchema table, UUID uuid) {
        TableRow row = transaction.find(store.table(table), uuid);
        return row == null ? null : transaction.row(row);
    }

    @Override
    public final boolean anyMatch(TableSchema table, BiPredicate<UUID, Row> accepts) {
        boolean[] found = {false};
        transaction.forEachRow(
                store.table(table), row -> found[0] = found[0] || accepts.test(row.uuid(), transaction.row(row)));
        return found[0];
    }
}
