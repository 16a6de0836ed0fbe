package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.IdlRow;
import java.util.UUID;

/**
 * A row as its table's own type: a view of an {@link IdlRow}, and like it immutable and as it was when it was read. For any thread.
 *
 * <p>Typed rows are equal if they are the same row of the same table, whatever their values are.
 */
public abstract class TypedRow {
    private final IdlRow row;

    /**
     * A view of a row.
     *
     * @param table the table that the type is made for
     * @throws IllegalArgumentException if the row is of another table
     */
    protected TypedRow(IdlRow row, String table) {
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

    /** The row without its type: for columns by name, who refers to it, and when it changed. */
    public final IdlRow row() {
        return row;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof TypedRow that && row.equals(that.row);
    }

    @Override
    public final int hashCode() {
        return row.hashCode();
    }

    @Override
    public final String toString() {
        return row.toString();
    }
}
