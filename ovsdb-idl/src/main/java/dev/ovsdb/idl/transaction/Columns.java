package dev.ovsdb.idl.transaction;

import dev.ovsdb.idl.View;
import dev.ovsdb.idl.interest.ColumnMode;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.idl.interest.TableInterest;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a transaction may do with the columns of one table. */
final class Columns {
    private final Interest interest;
    private final String table;
    private final @Nullable TableSchema schema; // The server's; null if it has no such table.

    private Columns(Interest interest, String table, @Nullable TableSchema schema) {
        this.interest = interest;
        this.table = table;
        this.schema = schema;
    }

    /** @throws NoSuchElementException if the table is not held */
    static Columns of(View view, Interest interest, String table) {
        view.table(table);
        return new Columns(interest, table, view.schema().table(table).orElse(null));
    }

    /** The table at the server. */
    TableSchema requireTable() {
        if (schema == null) {
            throw new NoSuchElementException("this server has no table " + table);
        }
        return schema;
    }

    /** Whether the server has the column, so that its value can be verified. */
    boolean has(String column) {
        return schema != null && schema.column(column).isPresent();
    }

    /** Whether the replica holds the column. */
    boolean isHeld(String column) {
        ColumnMode mode = mode(column);
        return mode == ColumnMode.MONITORED || mode == ColumnMode.SILENT;
    }

    private @Nullable ColumnMode mode(String column) {
        TableInterest wanted = interest.tables().get(table);
        if (wanted == null) {
            return interest.isEveryTable() ? ColumnMode.MONITORED : null;
        }
        return wanted.columns().getOrDefault(column, wanted.othersOrNull());
    }

    /** A column to read or to follow, of the server's schema or of that which the program was written for. */
    ColumnSchema require(String column) {
        Optional<ColumnSchema> known = schema == null ? Optional.empty() : schema.column(column);
        return known.or(() -> interest.expected()
                        .flatMap(expected -> expected.table(table))
                        .flatMap(expected -> expected.column(column)))
                .orElseThrow(() -> new NoSuchElementException("table " + table + " has no column " + column));
    }

    /** What a new row has in a column to which nothing was written. */
    Datum defaultOf(String column) {
        return require(column).defaultDatum();
    }

    /**
     * A column to write.
     *
     * @param existing whether the row is there already
     * @throws NoSuchElementException if the server has no such column, or it was not declared
     * @throws IllegalArgumentException if it may not be changed
     */
    ColumnSchema writable(String column, boolean existing) {
        ColumnSchema found = requireTable()
                .column(column)
                .orElseThrow(() -> new NoSuchElementException(
                        "table " + table + " has no column " + column + " at this server; it has "
                                + requireTable().columns().stream()
                                        .map(ColumnSchema::name)
                                        .toList()));
        if (column.equals("_uuid") || column.equals("_version") || existing && !found.mutable()) {
            throw new IllegalArgumentException("column " + column + " of table " + table + " cannot be changed");
        }
        if (mode(column) == null) {
            throw new NoSuchElementException("column " + column + " of table " + table
                    + " was not declared; to write it, declare it at least with writeOnly(...)");
        }
        return found;
    }
}
