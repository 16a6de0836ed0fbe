package dev.ovsdb.cli.check;

import dev.ovsdb.cli.json.JsonPrinter;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBoolean;
import dev.ovsdb.jsonrpc.JsonInteger;
import dev.ovsdb.jsonrpc.JsonNumber;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.BaseTypeBuilder;
import java.util.Locale;
import java.util.UUID;

/** Reads an atom and tests it against the constraints of its type. */
final class AtomCheck {
    private static final String UUID_NOTATION = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private AtomCheck() {}

    static Atom read(JsonValue json, BaseType type) throws RejectedException {
        Atom atom = read(json, type.type());
        check(atom, json, type);
        return atom;
    }

    static Atom read(JsonValue json, AtomicType type) throws RejectedException {
        return switch (type) {
            case INTEGER -> {
                if (json instanceof JsonInteger integer) {
                    yield Atom.of(integer.value());
                }
                throw expected(json, type);
            }
            case REAL -> {
                if (json instanceof JsonNumber number) {
                    yield Atom.of(number.doubleValue());
                }
                throw expected(json, type);
            }
            case BOOLEAN -> {
                if (json instanceof JsonBoolean) {
                    yield Atom.of(json == JsonBoolean.TRUE);
                }
                throw expected(json, type);
            }
            case STRING -> {
                if (json instanceof JsonString string) {
                    yield Atom.of(string.value());
                }
                throw expected(json, type);
            }
            case UUID -> Atom.of(uuid(json));
        };
    }

    private static RejectedException expected(JsonValue json, AtomicType type) {
        return RejectedException.syntax(json, "expected " + type.name().toLowerCase(Locale.ROOT));
    }

    private static UUID uuid(JsonValue json) throws RejectedException {
        if (json instanceof JsonArray pair
                && pair.size() == 2
                && pair.get(0).equals(JsonValue.of("uuid"))
                && pair.get(1) instanceof JsonString text) {
            if (!text.value().matches(UUID_NOTATION)) {
                throw RejectedException.syntax(json, "\"" + text.value() + "\" is not a valid UUID");
            }
            return UUID.fromString(text.value());
        }
        throw RejectedException.syntax(json, "expected [\"uuid\", <string>]");
    }

    private static void check(Atom atom, JsonValue json, BaseType type) throws RejectedException {
        if (type.enumeration().isPresent()) {
            Datum allowed = type.enumeration().get();
            if (!allowed.contains(atom)) {
                throw RejectedException.constraint(
                        ValueText.of(atom) + " is not one of the allowed values (" + ValueText.ofSet(allowed) + ")");
            }
            return;
        }
        switch (type.type()) {
            case INTEGER -> checkInteger(((JsonInteger) json).value(), type);
            case REAL -> checkReal(((JsonNumber) json).doubleValue(), type);
            case STRING -> checkLength(((JsonString) json).value(), type);
            case BOOLEAN, UUID -> {}
        }
    }

    private static void checkInteger(long value, BaseType type) throws RejectedException {
        boolean low = type.minInteger().isPresent() && value < type.minInteger().getAsLong();
        boolean high =
                type.maxInteger().isPresent() && value > type.maxInteger().getAsLong();
        if (low || high) {
            String min = type.minInteger().isPresent()
                    ? Long.toString(type.minInteger().getAsLong())
                    : "";
            String max = type.maxInteger().isPresent()
                    ? Long.toString(type.maxInteger().getAsLong())
                    : "";
            throw outside(Long.toString(value), min, max);
        }
    }

    private static void checkReal(double value, BaseType type) throws RejectedException {
        boolean low = type.minReal().isPresent() && value < type.minReal().getAsDouble();
        boolean high = type.maxReal().isPresent() && value > type.maxReal().getAsDouble();
        if (low || high) {
            String min = type.minReal().isPresent() ? real(type.minReal().getAsDouble()) : "";
            String max = type.maxReal().isPresent() ? real(type.maxReal().getAsDouble()) : "";
            throw outside(real(value), min, max);
        }
    }

    private static String real(double value) {
        return JsonPrinter.sorted(JsonValue.of(value));
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
