package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.operation.Function;

/** Evaluates single clauses of conditions (RFC 7047's {@code <condition>}, with Open vSwitch's optional numbers). */
final class Clauses {
    private Clauses() {}

    static boolean matches(Datum value, Function function, Datum operand) {
        return switch (function) {
            case EQUAL -> value.equals(operand);
            case NOT_EQUAL -> !value.equals(operand);
            case INCLUDES -> includesAll(value, operand);
            case EXCLUDES -> includesNone(value, operand);
            case LESS_THAN -> !value.isEmpty() && order(value, operand) < 0;
            case LESS_THAN_OR_EQUAL -> !value.isEmpty() && order(value, operand) <= 0;
            case GREATER_THAN -> !value.isEmpty() && order(value, operand) > 0;
            case GREATER_THAN_OR_EQUAL -> !value.isEmpty() && order(value, operand) >= 0;
        };
    }

    private static int order(Datum value, Datum operand) {
        return value.asAtom().compareTo(operand.asAtom());
    }

    private static boolean includesAll(Datum value, Datum operand) {
        if (operand.size() > value.size()) {
            return false;
        }
        for (Atom key : operand.atoms()) {
            if (!includes(value, operand, key)) {
                return false;
            }
        }
        return true;
    }

    private static boolean includesNone(Datum value, Datum operand) {
        for (Atom key : operand.atoms()) {
            if (includes(value, operand, key)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the operand's element, or its pair of this key, is in the value. */
    private static boolean includes(Datum value, Datum operand, Atom key) {
        if (value instanceof MapDatum map && operand instanceof MapDatum pairs) {
            return map.contains(key) && map.get(key).equals(pairs.get(key));
        }
        return value.contains(key);
    }
}
