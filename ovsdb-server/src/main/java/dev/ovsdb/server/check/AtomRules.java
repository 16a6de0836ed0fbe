package dev.ovsdb.server.check;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Atom.IntegerAtom;
import dev.ovsdb.protocol.Atom.RealAtom;
import dev.ovsdb.protocol.Atom.StringAtom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.BaseTypeBuilder;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.server.text.JsonPrinter;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Tests values against the constraints of their types: enumerations, ranges and lengths. */
public final class AtomRules {
    private AtomRules() {}

    /** Tests each element of a value, keys before values. */
    public static void check(Datum value, ColumnType type) throws RejectedException {
        for (Atom atom : value.atoms()) {
            check(atom, type.key());
        }
        if (value instanceof MapDatum map) {
            for (var entry : map.entries()) {
                check(entry.getValue(), type.requireValue());
            }
        }
    }

    static void check(Atom atom, BaseType type) throws RejectedException {
        if (type.enumeration().isPresent()) {
            Datum allowed = type.enumeration().get();
            if (!allowed.contains(atom)) {
                throw RejectedException.constraint(
                        ValueText.of(atom) + " is not one of the allowed values (" + ValueText.ofSet(allowed) + ")");
            }
        } else if (atom instanceof IntegerAtom integer) {
            checkInteger(integer.value(), type);
        } else if (atom instanceof RealAtom real) {
            checkReal(real.value(), type);
        } else if (atom instanceof StringAtom string) {
            checkLength(string.value(), type);
        }
    }

    private static void checkInteger(long value, BaseType type) throws RejectedException {
        OptionalLong min = type.minInteger();
        OptionalLong max = type.maxInteger();
        if (min.isPresent() && value < min.getAsLong() || max.isPresent() && value > max.getAsLong()) {
            throw outside(
                    Long.toString(value),
                    min.isPresent() ? Long.toString(min.getAsLong()) : "",
                    max.isPresent() ? Long.toString(max.getAsLong()) : "");
        }
    }

    private static void checkReal(double value, BaseType type) throws RejectedException {
        OptionalDouble min = type.minReal();
        OptionalDouble max = type.maxReal();
        if (min.isPresent() && value < min.getAsDouble() || max.isPresent() && value > max.getAsDouble()) {
            throw outside(
                    real(value),
                    min.isPresent() ? real(min.getAsDouble()) : "",
                    max.isPresent() ? real(max.getAsDouble()) : "");
        }
    }

    private static String real(double value) {
        return JsonPrinter.quoted(JsonValue.of(value));
    }

    private static RejectedException outside(String value, String min, String max) {
        if (!min.isEmpty() && !max.isEmpty()) {
            return RejectedException.constraint(
                    value + " is not in the valid range " + min + " to " + max + " (inclusive)");
        }
        return RejectedException.constraint(value
                + (max.isEmpty()
                        ? " is less than minimum allowed value " + min
                        : " is greater than maximum allowed value " + max));
    }

    private static void checkLength(String value, BaseType type) throws RejectedException {
        String foreign = ForeignBytes.sequence(value);
        if (foreign != null) {
            throw RejectedException.constraint("not a valid UTF-8 string: invalid UTF-8 sequence " + foreign);
        }
        long length = value.codePointCount(0, value.length());
        if (length < type.minLength()) {
            throw RejectedException.constraint(
                    "\"" + value + "\" length " + length + " is less than minimum allowed length " + type.minLength());
        } else if (type.maxLength() != BaseTypeBuilder.UNLIMITED_LENGTH && length > type.maxLength()) {
            throw RejectedException.constraint("\"" + value + "\" length " + length
                    + " is greater than maximum allowed length " + type.maxLength());
        }
    }
}
