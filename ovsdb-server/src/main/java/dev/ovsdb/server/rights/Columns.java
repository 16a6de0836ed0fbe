package dev.ovsdb.server.rights;

import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.protocol.schema.TableSchema;
import org.jspecify.annotations.Nullable;

/** Reads columns of tables whose schema is the user's: a column that is missing or of another type has no value. */
final class Columns {
    private Columns() {}

    static @Nullable ColumnType type(TableSchema table, String column) {
        return table.column(column).map(ColumnSchema::type).orElse(null);
    }

    /** A set of any number of strings. */
    static @Nullable Datum strings(TableSchema table, Row row, String column) {
        return is(type(table, column), AtomicType.STRING, ColumnType.UNLIMITED) ? row.find(column) : null;
    }

    /** A string, if the column is one string or at most one. */
    static @Nullable String string(TableSchema table, Row row, String column) {
        Datum value = is(type(table, column), AtomicType.STRING, 1) ? row.find(column) : null;
        return value == null || value.isEmpty() ? null : value.asString();
    }

    static boolean isTrue(TableSchema table, Row row, String column) {
        Datum value = is(type(table, column), AtomicType.BOOLEAN, 1) ? row.find(column) : null;
        return value != null && !value.isEmpty() && value.asBoolean();
    }

    /** The value of a key in a map of any number of strings to strings. */
    static @Nullable String keyed(TableSchema table, Row row, String column, String key) {
        ColumnType type = type(table, column);
        boolean isStringMap = type != null
                && type.isMap()
                && type.key().type() == AtomicType.STRING
                && type.requireValue().type() == AtomicType.STRING
                && type.max() == ColumnType.UNLIMITED;
        return isStringMap && row.find(column) instanceof MapDatum map
                ? map.get(key).orElse(null)
                : null;
    }

    private static boolean is(@Nullable ColumnType type, AtomicType atoms, long max) {
        return type != null && !type.isMap() && type.key().type() == atoms && type.max() == max;
    }
}
