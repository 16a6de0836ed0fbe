package dev.ovsdb.idl.transaction;

import dev.ovsdb.idl.typed.Column;
import dev.ovsdb.idl.typed.TypedRow;
import dev.ovsdb.protocol.Datum;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;

/**
 * A transaction was committed. On a replica that takes everything in by itself, it shows what was written.
 *
 * @param attempts how often the function ran
 * @param inserted the UUIDs of the rows that were inserted, by those that they had in the transaction, in the order of their insertion
 * @param incremented the new values of what was incremented
 */
public record Success(int attempts, Map<UUID, UUID> inserted, List<Incremented> incremented) implements Ending {
    public Success {
        inserted = Collections.unmodifiableMap(new LinkedHashMap<>(inserted));
        incremented = List.copyOf(incremented);
    }

    /**
     * The new value of a column that was incremented.
     *
     * @param row the row's UUID in the transaction
     */
    public record Incremented(String table, UUID row, String column, Datum value) {
        public Incremented {
            Objects.requireNonNull(value, "value");
        }
    }

    /** The UUID that a row has now; for rows that were inserted without one of their own, the server's choice. */
    public UUID uuid(WritableRow row) {
        return inserted.getOrDefault(row.uuid(), row.uuid());
    }

    /** The UUID that a typed row has now, as {@link #uuid(WritableRow)}. */
    public UUID uuid(TypedRow row) {
        return inserted.getOrDefault(row.uuid(), row.uuid());
    }

    /**
     * The new value of an integer that was incremented.
     *
     * @throws NoSuchElementException if it was not, or there was none to be incremented
     */
    public long incremented(WritableRow row, String column) {
        Datum value = newValue(row, column);
        if (value.isEmpty()) {
            throw new NoSuchElementException("column " + column + " of " + row + " is empty, and so it stayed");
        }
        return value.asLong();
    }

    /**
     * The new value of a column that was incremented, of an integer or a real; empty if there was none to be incremented.
     *
     * @throws NoSuchElementException if it was not
     */
    public Datum newValue(WritableRow row, String column) {
        return newValue(row.table(), row.uuid(), column);
    }

    /**
     * The new value of a typed column that was incremented: a number, or an {@link java.util.Optional} that is empty if there was none to
     * be incremented.
     *
     * @throws NoSuchElementException if it was not
     */
    public <R extends TypedRow, T> T incremented(R row, Column<R, T> column) {
        return column.value(newValue(column.table(), row.uuid(), column.name()));
    }

    private Datum newValue(String table, UUID row, String column) {
        for (Incremented one : incremented) {
            if (one.row().equals(row)
                    && one.table().equals(table)
                    && one.column().equals(column)) {
                return one.value();
            }
        }
        throw new NoSuchElementException(
                "column " + column + " of row " + row + " of table " + table + " was not incremented");
    }
}
