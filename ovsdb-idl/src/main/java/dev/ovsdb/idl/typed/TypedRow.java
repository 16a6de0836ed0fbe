package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.IdlRow;
import dev.ovsdb.idl.ReadableRow;
import dev.ovsdb.idl.transaction.WritableRow;
import dev.ovsdb.protocol.Datum;
import java.util.UUID;

/**
 * A row as its table's own type. It is a view of an {@link IdlRow}, and like it immutable, as it was when it was read, and for any
 * thread; or, of a table {@linkplain TypedTable in a transaction}, of a {@link WritableRow}, and shows what was staged.
 *
 * <p>Typed rows are equal if they are the same row of the same table, whatever their values are.
 */
public abstract class TypedRow {
    private final ReadableRow row;

    /**
     * A view of a row.
     *
     * @param table the table that the type is made for
     * @throws IllegalArgumentException if the row is of another table
     */
    protected TypedRow(ReadableRow row, String table) {
        if (!row.table().equals(table)) {
            throw new IllegalArgumentException(
                    "expected a row of table " + table + ", found one of table " + row.table());
        }
        this.row = row;
    }

    /** The row's UUID. */
    public final UUID uuid() {
        return row.uuid();
    }

    /**
     * The row without its type: for columns by name, who refers to it, and when it changed. Of a row in a transaction it is the row as the
     * version has it that the transaction reads, without what was staged, and what is read of it is not verified.
     *
     * @throws IllegalStateException if a transaction inserts the row
     */
    public final IdlRow row() {
        if (row instanceof WritableRow writable) {
            return writable.base().orElseThrow(() -> new IllegalStateException(row + " is not in the replica yet"));
        }
        return (IdlRow) row;
    }

    /** A column's value, as of {@link Column#of}, for columns of which it is worth its while not to have it boxed. */
    protected final Datum get(String column) {
        return row.get(column);
    }

    /** What is read. */
    final ReadableRow source() {
        return row;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof TypedRow that
                && uuid().equals(that.uuid())
                && row.table().equals(that.row.table());
    }

    @Override
    public final int hashCode() {
        return uuid().hashCode();
    }

    @Override
    public final String toString() {
        return row.toString();
    }
}
