package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.SetDatum;
import dev.ovsdb.protocol.operation.Function;

/** One clause of a condition: RFC 7047's {@code [column, function, value]}. */
record Clause(ColumnRules column, Function function, Datum operand, boolean named) {
    static Clause of(ColumnRules column, Function function, Datum operand) {
        return new Clause(column, function, operand, column.holdsUuids && Symbols.occurIn(operand));
    }

    Clause resolved(Symbols symbols) {
        return named ? new Clause(column, function, symbols.resolve(operand), false) : this;
    }

    boolean isEquality() {
        return function == Function.EQUAL;
    }

    /** @param value the column's in the row that is looked at */
    boolean matches(Datum value) {
        return switch (function) {
            case EQUAL -> value.equals(operand);
            case NOT_EQUAL -> !value.equals(operand);
            case INCLUDES -> includes(value);
            case EXCLUDES -> excludes(value);
            case LESS_THAN -> !value.isEmpty() && order(value) < 0;
            case LESS_THAN_OR_EQUAL -> !value.isEmpty() && order(value) <= 0;
            case GREATER_THAN_OR_EQUAL -> !value.isEmpty() && order(value) >= 0;
            case GREATER_THAN -> !value.isEmpty() && order(value) > 0;
        };
    }

    private int order(Datum value) {
        return value.asAtom().compareTo(operand.asAtom());
    }

    private boolean includes(Datum value) {
        return operand.size() <= value.size() && count(value) == operand.size();
    }

    private boolean excludes(Datum value) {
        return value.isEmpty() || count(value) == 0;
    }

    /** How many of the operand's elements, or pairs, the value has. */
    private int count(Datum value) {
        int[] count = {0};
        if (operand instanceof SetDatum set) {
            set.forEach(atom -> count[0] += value.contains(atom) ? 1 : 0);
        } else {
            MapDatum map = (MapDatum) value;
            ((MapDatum) operand).forEach((key, mapped) -> count[0] += has(map, key, mapped) ? 1 : 0);
        }
        return count[0];
    }

    private static boolean has(MapDatum map, Atom key, Atom mapped) {
        return map.get(key).map(mapped::equals).orElse(false);
    }
}
