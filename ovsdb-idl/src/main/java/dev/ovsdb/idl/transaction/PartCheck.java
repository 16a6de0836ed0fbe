package dev.ovsdb.idl.transaction;

import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.ColumnType;

/** Whether parts of a column's value are such that the column may hold them; how many it holds in the end, only the server knows. */
final class PartCheck {
    private PartCheck() {}

    static void elements(ColumnSchema column, Datum elements) {
        if (column.type().isMap() || column.type().isScalar()) {
            throw kind(column, "set");
        }
        check(column, ColumnType.set(column.type().key(), 0, ColumnType.UNLIMITED), elements);
    }

    static void pairs(ColumnSchema column, MapDatum pairs) {
        requireMap(column);
        ColumnType type = column.type();
        check(column, ColumnType.map(type.key(), type.requireValue(), 0, ColumnType.UNLIMITED), pairs);
    }

    static void keys(ColumnSchema column, Datum keys) {
        requireMap(column);
        check(column, ColumnType.set(column.type().key(), 0, ColumnType.UNLIMITED), keys);
    }

    static void integer(ColumnSchema column) {
        if (!column.type().isScalar() || column.type().key().type() != AtomicType.INTEGER) {
            throw kind(column, "integer");
        }
    }

    private static void requireMap(ColumnSchema column) {
        if (!column.type().isMap()) {
            throw kind(column, "map");
        }
    }

    private static void check(ColumnSchema column, ColumnType type, Datum value) {
        ColumnSchema.of(column.table(), column.name(), type).check(value);
    }

    private static IllegalArgumentException kind(ColumnSchema column, String wanted) {
        return new IllegalArgumentException("column " + column.name() + " of table " + column.table() + " is no "
                + wanted + ", but of type " + column.type());
    }
}
