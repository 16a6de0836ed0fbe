package dev.ovsdb.testkit.wire;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares a message with an expectation that may hold names of UUIDs, also as names of members. */
record JsonMatch(Bindings bindings) {
    boolean matches(JsonValue expected, JsonValue actual) {
        if (expected instanceof JsonString text) {
            return actual instanceof JsonString other && bindings.matches(text.value(), other.value());
        }
        if (expected instanceof JsonArray array) {
            return actual instanceof JsonArray other && elements(array.elements(), other.elements());
        }
        if (expected instanceof JsonObject object) {
            return actual instanceof JsonObject other && members(object.members(), other.members());
        }
        return expected.equals(actual);
    }

    private boolean elements(List<JsonValue> expected, List<JsonValue> actual) {
        if (expected.size() != actual.size()) return false;
        for (int i = 0; i < expected.size(); i++) {
            if (!matches(expected.get(i), actual.get(i))) return false;
        }
        return true;
    }

    private boolean members(Map<String, JsonValue> expected, Map<String, JsonValue> actual) {
        if (expected.size() != actual.size()) return false;
        Map<String, JsonValue> rest = new LinkedHashMap<>(actual);
        for (Map.Entry<String, JsonValue> member : expected.entrySet()) {
            String name = find(member.getKey(), rest);
            if (name == null || !matches(member.getValue(), rest.remove(name))) return false;
        }
        return true;
    }

    private String find(String expected, Map<String, JsonValue> actual) {
        if (actual.containsKey(expected)) return expected;
        return actual.keySet().stream()
                .filter(name -> expected.startsWith("@") && bindings.matches(expected, name))
                .findFirst()
                .orElse(null);
    }
}
