package dev.ovsdb.server.check;

import dev.ovsdb.jsonrpc.JsonInteger;
import dev.ovsdb.jsonrpc.JsonNumber;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.server.check.Members.Type;
import dev.ovsdb.server.check.SchemaCheck.References;
import java.util.Locale;
import java.util.Optional;

/** Tests the type of a column. */
final class TypeCheck {
    private static final long UNSIGNED_MAX = 0xffff_ffffL;

    private TypeCheck() {}

    static References column(JsonValue json) throws RejectedException {
        if (json instanceof JsonString) {
            return new References(base(json), "");
        }
        Members members = Members.of(json, "ovsdb type");
        JsonValue key = members.require("key", Type.STRING_OR_OBJECT);
        Optional<JsonValue> value = members.optional("value", Type.STRING_OR_OBJECT);
        Optional<JsonValue> min = members.optional("min", Type.INTEGER);
        Optional<JsonValue> max = members.optional("max", Type.STRING_OR_INTEGER);
        members.finish();
        String keys = base(key);
        String values = value.isPresent() ? base(value.get()) : "";
        long least = count(min);
        long most = max.equals(Optional.of(JsonValue.of("unlimited"))) ? ColumnType.UNLIMITED : count(max);
        if (least > 1 || most < 1) {
            throw RejectedException.syntax(json, "ovsdb type fails constraint checks");
        }
        return new References(keys, values);
    }

    private static long count(Optional<JsonValue> json) throws RejectedException {
        if (json.isEmpty()) {
            return 1;
        }
        if (json.get() instanceof JsonInteger count && count.value() >= 0 && count.value() < UNSIGNED_MAX) {
            return count.value();
        }
        throw RejectedException.syntax(json.get(), "bad min or max value");
    }

    /** Whom a key or value refers to; empty for nobody. */
    private static String base(JsonValue json) throws RejectedException {
        if (json instanceof JsonString) {
            atomic(json);
            return "";
        }
        Members members = Members.of(json, "ovsdb type");
        AtomicType type = atomic(members.require("type", Type.STRING));
        Optional<JsonValue> allowed = members.optional("enum", Type.ANY);
        String table = "";
        if (allowed.isPresent()) {
            new DatumCheck(BaseType.of(type), Optional.empty(), 1, ColumnType.UNLIMITED, Names.REFUSED)
                    .check(allowed.get());
        } else {
            switch (type) {
                case INTEGER -> range(json, members, "Integer", Type.INTEGER);
                case REAL -> range(json, members, "Real", Type.NUMBER);
                case STRING -> lengths(json, members);
                case UUID -> table = reference((JsonObject) json, members);
                case BOOLEAN -> {}
            }
        }
        members.finish();
        return table;
    }

    private static AtomicType atomic(JsonValue json) throws RejectedException {
        String name = ((JsonString) json).value();
        for (AtomicType type : AtomicType.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
                return type;
            }
        }
        throw RejectedException.syntax(json, "\"" + name + "\" is not an atomic-type");
    }

    private static void range(JsonValue json, Members members, String kind, Type type) throws RejectedException {
        Optional<JsonValue> min = members.optional("min" + kind, type);
        Optional<JsonValue> max = members.optional("max" + kind, type);
        if (min.isPresent() && max.isPresent() && isGreater(min.get(), max.get())) {
            throw RejectedException.syntax(json, "min" + kind + " exceeds max" + kind);
        }
    }

    private static boolean isGreater(JsonValue a, JsonValue b) {
        return a instanceof JsonInteger x && b instanceof JsonInteger y
                ? x.value() > y.value()
                : ((JsonNumber) a).doubleValue() > ((JsonNumber) b).doubleValue();
    }

    private static void lengths(JsonValue json, Members members) throws RejectedException {
        long min = length("minLength", members, 0);
        long max = length("maxLength", members, UNSIGNED_MAX);
        if (min > max) {
            throw RejectedException.syntax(json, "minLength exceeds maxLength");
        }
    }

    private static long length(String name, Members members, long otherwise) throws RejectedException {
        Optional<JsonValue> json = members.optional(name, Type.INTEGER);
        if (json.isEmpty()) {
            return otherwise;
        }
        long length = ((JsonInteger) json.get()).value();
        if (length < 0 || length > UNSIGNED_MAX) {
            throw RejectedException.syntax(json.get(), name + " out of valid range 0 to " + UNSIGNED_MAX);
        }
        return length;
    }

    private static String reference(JsonObject json, Members members) throws RejectedException {
        Optional<JsonValue> table = members.optional("refTable", Type.ID);
        if (table.isEmpty()) {
            return "";
        }
        JsonValue kind = members.optional("refType", Type.ID).orElse(JsonValue.of("strong"));
        String name = ((JsonString) kind).value();
        if (!name.equals("strong") && !name.equals("weak")) {
            throw RejectedException.syntax(json, "refType must be \"strong\" or \"weak\" (not \"" + name + "\")");
        }
        return ((JsonString) table.get()).value();
    }
}
