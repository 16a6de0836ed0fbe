package dev.ovsdb.idl.transaction;

import dev.ovsdb.protocol.Atom;
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

    /** An integer more, also of a real. */
    static ColumnChange.Sum sum(ColumnSchema column, long by) {
        return switch (number(column)) {
            case INTEGER -> new ColumnChange.Sum(Atom.of(by));
            case REAL -> new ColumnChange.Sum(Atom.of((double) by));
            default -> throw kind(column, "number");
        };
    }

    static ColumnChange.Sum sum(ColumnSchema column, double by) {
        if (number(column) != AtomicType.REAL) {
            throw kind(column, "real");
        }
        return new ColumnChange.Sum(Atom.of(by));
    }

    private static AtomicType number(ColumnSchema column) {
        if (!column.type().isScalar() && !column.type().isOptional()) {
            throw kind(column, "number");
        }
        return column.type().key().type();
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
