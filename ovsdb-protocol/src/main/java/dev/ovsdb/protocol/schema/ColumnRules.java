package dev.ovsdb.protocol.schema;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.SetDatum;
import org.jspecify.annotations.Nullable;

/** Checks values against a column's type. */
final class ColumnRules {
    private ColumnRules() {}

    static void check(ColumnSchema column, Datum value) {
        String violation = violation(column.type(), value);
        if (violation != null) {
            throw new ConstraintException(column, violation, value);
        }
    }

    private static @Nullable String violation(ColumnType type, Datum value) {
        if (type.isMap() != value instanceof MapDatum) {
            return type.isMap() ? "expected a map, found a set" : "expected a set, found a map";
        }
        if (value.size() < type.min() || value.size() > type.max()) {
            return "expected " + type.arity() + ", found " + value.size();
        }
        String[] found = new String[1];
        if (value instanceof SetDatum set) {
            set.forEach(element -> keep(found, type.key(), element));
        } else {
            ((MapDatum) value).forEach((key, mapped) -> {
                keep(found, type.key(), key);
                keep(found, type.requireValue(), mapped);
            });
        }
        return found[0];
    }

    private static void keep(@Nullable String[] found, BaseType type, Atom atom) {
        if (found[0] == null) {
            found[0] = type.violation(atom);
        }
    }
}
