package dev.ovsdb.server.engine.conversion;

import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.check.RejectedException;
import dev.ovsdb.server.engine.store.CommitResult;
import dev.ovsdb.server.engine.store.CommitResult.Committed;
import dev.ovsdb.server.engine.store.CommitResult.Rejected;
import dev.ovsdb.server.engine.store.DatabaseStore;
import dev.ovsdb.server.engine.store.StoreTransaction;
import dev.ovsdb.server.storage.Contents;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one schema as rows of another. A table or column that the new schema lacks is dropped, one that is new has its
 * default, which is not checked against its own constraints; a value goes over if its notation is one of the new type.
 *
 * <p>Immutable but for what it has worked out already; for one thread.
 */
public final class Conversion {
    private final DatabaseSchema to;
    private final Notation notation;
    private final Map<TableSchema, @Nullable RowConversion> tables = new HashMap<>();

    /** Which notation of the old values counts: that of the wire, or that of log files, which leave defaults out. */
    public enum Notation {
        /**
         * Every column counts, as {@code convert} does it: an empty set is no map, even if no row has ever had an element; a
         * real is no integer, even if it is one.
         */
        WIRE,
        /** As {@code ovsdb-tool convert} does it, which reads the log by the new schema. */
        LOG
    }

    public Conversion(DatabaseSchema to, Notation notation) {
        this.to = to;
        this.notation = notation;
    }

    /** What the old table's rows become rows of; null if they are dropped. */
    public @Nullable TableSchema table(TableSchema old) {
        return to.table(old.name()).orElse(null);
    }

    /**
     * A row of a table that stays.
     *
     * @return every declared column of the new table; the implicit ones absent
     * @throws RejectedException if a value cannot go over
     */
    public Row row(TableSchema old, Row row) throws RejectedException {
        RowConversion conversion =
                tables.computeIfAbsent(old, table -> new RowConversion(table, to.requireTable(table.name()), notation));
        return conversion.row(row);
    }

    /**
     * A database with these contents, converted and checked as one transaction that inserts them all. Its head is published.
     *
     * @throws ConversionException if contents and schema do not agree; tells the error that {@code convert} answers
     */
    public static DatabaseStore convert(Contents contents, DatabaseSchema to, IdSource ids, Clock clock) {
        DatabaseStore store = new DatabaseStore(to, ids, clock);
        StoreTransaction transaction = store.begin();
        try {
            Conversion conversion = new Conversion(to, Notation.WIRE);
            contents.forEachRow((table, uuid, row) -> conversion.insert(store, transaction, table, uuid, row));
            CommitResult result = transaction.commit();
            if (result instanceof Rejected rejected) {
                throw new ConversionException(rejected.error());
            }
            if (result instanceof Committed committed) {
                store.publish(committed.version().number());
            }
            return store;
        } finally {
            transaction.abort();
        }
    }

    private void insert(DatabaseStore store, StoreTransaction transaction, TableSchema old, UUID uuid, Row row) {
        TableSchema table = table(old);
        if (table == null) {
            return;
        }
        try {
            Row converted = row(old, row);
            transaction.insert(store.table(table), uuid, Rows.values(converted));
        } catch (RejectedException e) {
            throw new ConversionException(e.error());
        }
    }

    /** Contents and schema do not agree. */
    public static final class ConversionException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient OperationError error;

        ConversionException(OperationError error) {
            super(error.describe(), null, false, false);
            this.error = error;
        }

        public OperationError error() {
            return error;
        }
    }
}
