package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Short words for trees of JSON. */
final class Json {
    private Json() {}

    static JsonValue text(String value) {
        return JsonValue.of(value);
    }

    static JsonArray array(JsonValue... elements) {
        return JsonValue.array(elements);
    }

    static JsonArray array(List<? extends JsonValue> elements) {
        return JsonValue.array(elements);
    }

    static JsonObject object() {
        return JsonObject.EMPTY;
    }

    static JsonObject request(JsonValue id, String method, List<? extends JsonValue> params) {
        return object().with("id", id).with("method", text(method)).with("params", array(params));
    }

    static JsonValue uuid(String uuid) {
        return array(text("uuid"), text(uuid));
    }

    static JsonValue set(List<? extends JsonValue> atoms) {
        return array(text("set"), array(atoms));
    }

    /** The text of a member; empty if there is none or it is no string. */
    static Optional<String> string(JsonValue object, String name) {
        return member(object, name).filter(JsonString.class::isInstance).map(value -> ((JsonString) value).value());
    }

    static Optional<JsonValue> member(JsonValue object, String name) {
        return object instanceof JsonObject members ? members.get(name) : Optional.empty();
    }

    static JsonObject objectAt(JsonValue object, String name) {
        return (JsonObject) member(object, name).orElseThrow();
    }

    static boolean isTagged(JsonValue value, String tag) {
        return value instanceof JsonArray array
                && array.size() == 2
                && array.get(0).equals(text(tag));
    }

    static JsonArray without(JsonArray array, int index) {
        List<JsonValue> left = new ArrayList<>(array.elements());
        left.remove(index);
        return array(left);
    }

    static JsonArray replace(JsonArray array, int index, JsonValue value) {
        List<JsonValue> changed = new ArrayList<>(array.elements());
        changed.set(index, value);
        return array(changed);
    }

    static JsonObject without(JsonObject object, String name) {
        Map<String, JsonValue> left = new LinkedHashMap<>(object.members());
        left.remove(name);
        return JsonObject.of(left);
    }

    /** The text with the members of every object in the order of their names: servers print them in orders of their own. */
    static String sortedText(JsonValue value) {
        return sorted(value).toString();
    }

    private static JsonValue sorted(JsonValue value) {
        JsonValue parts = mapParts(value, Json::sorted);
        return parts instanceof JsonObject object ? JsonObject.of(new TreeMap<>(object.members())) : parts;
    }

    /** The value with the function applied to each direct part of it; atoms are returned as they are. */
    static JsonValue mapParts(JsonValue value, UnaryOperator<JsonValue> function) {
        if (value instanceof JsonArray array) {
            List<JsonValue> parts = new ArrayList<>();
            array.forEach(part -> parts.add(function.apply(part)));
            return array(parts);
        }
        if (value instanceof JsonObject object) {
            Map<String, JsonValue> parts = new LinkedHashMap<>();
            object.members().forEach((name, part) -> parts.put(name, function.apply(part)));
            return JsonObject.of(parts);
        }
        return value;
    }
}
