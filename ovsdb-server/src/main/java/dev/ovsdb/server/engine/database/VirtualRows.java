package dev.ovsdb.server.engine.database;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.engine.store.CommitResult;
import dev.ovsdb.server.engine.store.StoreTransaction;
import dev.ovsdb.server.engine.store.TableRow;
import dev.ovsdb.server.engine.store.TableStore;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes to rows of a virtual table, to be made in one transaction.
 *
 * @param table the table's name
 */
public record VirtualRows(String table, List<Change> changes) {
    /** How one row is to be; null if it is to go. */
    public record Change(UUID uuid, @Nullable Row row) {}

    /**
     * Makes the changes. In the lane.
     *
     * @param answer run when they are made, before anybody who waited for them is woken
     * @return what rule of the schema they break; null if none
     */
    public @Nullable OperationError change(ServedDatabase database, Runnable answer) {
        TableStore store = database.instance().store().table(table);
        if (store == null) {
            throw new IllegalArgumentException(database.name() + " has no table " + table);
        }
        StoreTransaction transaction = database.instance().store().begin();
        try {
            changes.forEach(change -> change(transaction, store, change));
            CommitResult result = transaction.commit();
            if (result instanceof CommitResult.Rejected rejected) {
                return rejected.error();
            }
            finish(database, result, answer);
            return null;
        } finally {
            transaction.abort();
        }
    }

    private static void finish(ServedDatabase database, CommitResult result, Runnable answer) {
        if (result instanceof CommitResult.Committed committed) {
            database.executed(committed.version(), null, false);
            answer.run();
            database.blocked().versionMade(committed.version().changes());
        } else {
            answer.run();
        }
    }

    private static void change(StoreTransaction transaction, TableStore store, Change change) {
        TableRow there = transaction.find(store, change.uuid());
        Row row = change.row();
        if (row == null) {
            if (there != null) {
                transaction.delete(there);
            }
        } else {
            put(transaction, store, change.uuid(), there, store.schema().withDefaults(row));
        }
    }

    private static void put(
            StoreTransaction transaction, TableStore store, UUID uuid, @Nullable TableRow there, Row row) {
        TableSchema schema = store.schema();
        @Nullable Datum[] values = new Datum[schema.columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.valueAt(i);
        }
        if (there == null) {
            transaction.insert(store, uuid, values);
            return;
        }
        for (int i = 0; i < values.length; i++) {
            Datum value = values[i];
            if (value != null) {
                transaction.set(there, i, value);
            }
        }
    }
}
