package dev.ovsdb.server.engine.conversion;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Atom.RealAtom;
import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.server.check.DatumCheck;
import dev.ovsdb.server.check.Names;
import dev.ovsdb.server.check.RejectedException;
import dev.ovsdb.server.engine.conversion.Conversion.Notation;
import org.jspecify.annotations.Nullable;

/** Values of one type as values of another: by way of their notation, unless the types are the same. */
final class ColumnConversion {
    private final int source;
    private final ColumnType from;
    private final int target;
    private final ColumnType to;
    private final Notation notation;

    ColumnConversion(int source, ColumnType from, int target, ColumnType to, Notation notation) {
        this.source = source;
        this.from = from;
        this.target = target;
        this.to = to;
        this.notation = notation;
    }

    void convert(Row row, @Nullable Datum[] values) throws RejectedException {
        Datum value = row.valueAt(source);
        if (value != null && !(notation == Notation.LOG && value.equals(from.defaultDatum()))) {
            values[target] = from.equals(to) ? value : converted(value);
        }
    }

    private Datum converted(Datum value) throws RejectedException {
        JsonWriter text = new JsonWriter();
        value.write(text);
        byte[] json = text.toByteArray();
        if (notation == Notation.WIRE) {
            refuseReals(value);
        }
        DatumCheck.check(JsonValue.parse(json), to, Names.REFUSED);
        return Datum.read(JsonReader.of(json), to);
    }

    /** On its way through a tree of the reference's, a real without fraction does not become an integer. */
    private void refuseReals(Datum value) throws RejectedException {
        boolean fits = from.isMap() == to.isMap() && value.size() >= to.min() && value.size() <= to.max();
        if (!fits || value.isEmpty()) {
            return;
        }
        if (isRefused(from.key(), to.key())) {
            throw refused(value.atoms().get(0));
        }
        if (value instanceof MapDatum map && isRefused(from.requireValue(), to.requireValue())) {
            throw refused(map.entries().get(0).getValue());
        }
    }

    private static boolean isRefused(BaseType from, BaseType to) {
        return from.type() == AtomicType.REAL && to.type() == AtomicType.INTEGER;
    }

    private static RejectedException refused(Atom real) {
        return RejectedException.syntax(JsonValue.of(((RealAtom) real).value()), "expected integer");
    }
}
