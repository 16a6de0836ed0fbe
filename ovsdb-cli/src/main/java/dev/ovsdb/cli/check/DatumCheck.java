package dev.ovsdb.cli.check;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.schema.BaseType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tests that JSON is the notation of a set or map whose atoms keep their constraints. */
final class DatumCheck {
    private final BaseType key;
    private final Optional<BaseType> value;
    private final long min;
    private final long max;

    DatumCheck(BaseType key, Optional<BaseType> value, long min, long max) {
        this.key = key;
        this.value = value;
        this.min = min;
        this.max = max;
    }

    void check(JsonValue json) throws RejectedException {
        if (value.isEmpty() && !isTagged(json, "set")) {
            AtomCheck.read(json, key);
            return;
        }
        String notation = value.isPresent() ? "map" : "set";
        JsonArray elements = elements(json, notation);
        if (elements.size() < min || elements.size() > max) {
            throw RejectedException.syntax(
                    json,
                    notation + " must have " + min + " to " + max + " members but " + elements.size() + " are present");
        }
        Set<Atom> seen = new HashSet<>();
        boolean unique = true;
        for (JsonValue element : elements) {
            unique &= seen.add(value.isPresent() ? pair(element, value.get()) : AtomCheck.read(element, key));
        }
        if (!unique) {
            throw RejectedException.plain(
                    "ovsdb error", value.isPresent() ? "map contains duplicate key" : "set contains duplicate");
        }
    }

    private Atom pair(JsonValue json, BaseType valueType) throws RejectedException {
        if (!(json instanceof JsonArray pair) || pair.size() != 2) {
            throw RejectedException.syntax(json, "expected 2-element array");
        }
        Atom read = AtomCheck.read(pair.get(0), key);
        AtomCheck.read(pair.get(1), valueType);
        return read;
    }

    private static boolean isTagged(JsonValue json, String tag) {
        return json instanceof JsonArray array
                && array.size() > 0
                && array.get(0).equals(JsonValue.of(tag));
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
