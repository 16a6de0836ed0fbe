package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Changes to the head that come to be together or not at all. It sees its own writes. Ended once, by {@link #commit} or
 * {@link #abort}; only then may the next one begin.
 */
public final class StoreTransaction {
    StoreTransaction() {}

    /** The row as this transaction sees it, null if it is not there. */
    public @Nullable TableRow find(TableStore table, UUID uuid) {
        throw new UnsupportedOperationException();
    }

    /** The value of a column by its index in the table's layout, also of the implicit ones. */
    public Datum value(TableRow row, int column) {
        throw new UnsupportedOperationException();
    }

    /** All declared columns of the row as they are now. */
    public Row row(TableRow row) {
        throw new UnsupportedOperationException();
    }

    /** The row's {@code _version}: that of before the transaction, which commits give a new one, or a new row's own. */
    public UUID version(TableRow row) {
        throw new UnsupportedOperationException();
    }

    /**
     * Hands over each row that is there now. The action may change rows, also delete them; rows that it inserts are not handed
     * over.
     */
    public void forEachRow(TableStore table, Consumer<? super TableRow> action) {
        throw new UnsupportedOperationException();
    }

    /** The rows with this value in this column, by a unique index on that column alone; null if there is none. */
    public @Nullable List<TableRow> lookup(TableStore table, int column, Datum value) {
        throw new UnsupportedOperationException();
    }

    /** The rows with these values, in the order of the index's columns: several only while the transaction has not ended. */
    public List<TableRow> lookup(TableIndex index, List<Datum> values) {
        throw new UnsupportedOperationException();
    }

    /** Whether no row may be inserted with this UUID: one is there, or this transaction deleted one that was. */
    public boolean isTaken(TableStore table, UUID uuid) {
        throw new UnsupportedOperationException();
    }

    /**
     * Inserts a row.
     *
     * @param values a value for each declared column at its index of the table's layout; longer arrays may hold anything
     *     behind. Belongs to the transaction from now on
     * @throws IllegalArgumentException if the UUID {@link #isTaken}
     */
    public TableRow insert(TableStore table, UUID uuid, @Nullable Datum[] values) {
        throw new UnsupportedOperationException();
    }

    /** Puts a value in place of the column's present one, of which it should be made where both are large. */
    public void set(TableRow row, int column, Datum value) {
        throw new UnsupportedOperationException();
    }

    public void delete(TableRow row) {
        throw new UnsupportedOperationException();
    }

    /**
     * Checks and finishes the changes in the reference's order: rows that are as before are dropped, strong references counted,
     * rows without any collected, {@code maxRows} checked, weak references to rows that are not there removed, unique indexes
     * checked; then the head is a new version.
     */
    public CommitResult commit() {
        throw new UnsupportedOperationException();
    }

    /** Forgets all changes. Does nothing if the transaction has ended. */
    public void abort() {
        throw new UnsupportedOperationException();
    }
}
