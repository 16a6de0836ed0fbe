package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.ColumnType;

/** A column that a monitor shows: all that writing it needs, looked up once. */
final class ShownColumn {
    final int index;
    final ColumnType type;
    private final Datum defaultDatum;
    private final int kinds;
    private final byte[] member;

    ShownColumn(int index, ColumnSchema column, int kinds) {
        this.index = index;
        this.type = column.type();
        this.defaultDatum = column.defaultDatum();
        this.kinds = kinds;
        this.member = new JsonWriter().value(column.name()).toByteArray();
    }

    /** Whether it is part of updates of this kind. */
    boolean isIn(int kind) {
        return (kinds & kind) != 0;
    }

    boolean isDefault(Datum value) {
        return value == defaultDatum || value.equals(defaultDatum);
    }

    void write(JsonWriter out, Datum value) {
        out.quotedName(member);
        value.write(out);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShownColumn that && index == that.index && kinds == that.kinds;
    }

    @Override
    public int hashCode() {
        return index * 31 + kinds;
    }
}
