package dev.ovsdb.server.check;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tests that JSON is the notation of a set or map whose atoms keep their constraints. */
public final class DatumCheck {
    private final BaseType key;
    private final Optional<BaseType> value;
    private final long min;
    private final long max;
    private final Names names;

    DatumCheck(BaseType key, Optional<BaseType> value, long min, long max, Names names) {
        this.key = key;
        this.value = value;
        this.min = min;
        this.max = max;
        this.names = names;
    }

    /**
     * Tests a value of a column of this type.
     *
     * @throws RejectedException if it is no such value
     */
    public static void check(JsonValue json, ColumnType type, Names names) throws RejectedException {
        of(type, names).check(json);
    }

    static DatumCheck of(ColumnType type, Names names) {
        return new DatumCheck(type.key(), type.value(), type.min(), type.max(), names);
    }

    void check(JsonValue json) throws RejectedException {
        if (value.isEmpty() && !isTagged(json, "set")) {
            AtomCheck.read(json, key, names);
            return;
        }
        String notation = value.isPresent() ? "map" : "set";
        JsonArray elements = elements(json, notation);
        if (elements.size() < min || elements.size() > max) {
            throw RejectedException.syntax(
                    json, notation + " must have " + arity() + " but " + elements.size() + " are present");
        }
        Set<Atom> seen = new HashSet<>();
        boolean unique = true;
        for (JsonValue element : elements) {
            unique &= seen.add(value.isPresent() ? pair(element, value.get()) : AtomCheck.read(element, key, names));
        }
        if (!unique) {
            throw Duplicates.in(value.isPresent());
        }
    }

    private String arity() {
        return min == 1 && max == 1 ? "exactly one member" : min + " to " + max + " members";
    }

    private Atom pair(JsonValue json, BaseType valueType) throws RejectedException {
        if (!(json instanceof JsonArray pair) || pair.size() != 2) {
            throw RejectedException.syntax(json, "expected 2-element array");
        }
        Atom read = AtomCheck.read(pair.get(0), key, names);
        AtomCheck.read(pair.get(1), valueType, names);
        return read;
    }

    private static boolean isTagged(JsonValue json, String tag) {
        return json instanceof JsonArray array
                && array.size() > 0
                && array.get(0) instanceof JsonString first
                && first.value().equals(tag);
    }

    private static JsonArray elements(JsonValue json, String tag) throws RejectedException {
        if (isTagged(json, tag)
                && ((JsonArray) json).size() == 2
                && ((JsonArray) json).get(1) instanceof JsonArray list) {
            return list;
        }
        throw RejectedException.syntax(json, "expected [\"" + tag + "\", <array>]");
    }
}
