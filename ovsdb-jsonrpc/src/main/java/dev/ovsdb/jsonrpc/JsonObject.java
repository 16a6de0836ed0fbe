package dev.ovsdb.jsonrpc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An object. Members keep the order in which they were given; equality does not see it. */
public final class JsonObject implements JsonValue {
    /** The object without members. */
    public static final JsonObject EMPTY = new JsonObject(new LinkedHashMap<>());

    private final Map<String, JsonValue> members;

    private JsonObject(LinkedHashMap<String, JsonValue> members) {
        this.members = Collections.unmodifiableMap(members);
    }

    /** The object with the members of the map, in the order in which the map gives them. */
    public static JsonObject of(Map<String, ? extends JsonValue> members) {
        var copy = new LinkedHashMap<String, JsonValue>();
        members.forEach((name, value) -> put(copy, name, value));
        return new JsonObject(copy);
    }

    /** This object with one member added, or replaced. */
    public JsonObject with(String name, JsonValue value) {
        var copy = new LinkedHashMap<>(members);
        put(copy, name, value);
        return new JsonObject(copy);
    }

    private static void put(Map<String, JsonValue> members, String name, JsonValue value) {
        StringText.check(name);
        members.put(name, Objects.requireNonNull(value, name));
    }

    /** The members, unmodifiable. */
    public Map<String, JsonValue> members() {
        return members;
    }

    /** The value of a member; empty if there is none of that name. */
    public Optional<JsonValue> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** The number of members. */
    public int size() {
        return members.size();
    }

    @Override
    public void appendTo(StringBuilder out) {
        out.append('{');
        String separator = "";
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            out.append(separator);
            StringText.append(out, member.getKey());
            out.append(':');
            member.getValue().appendTo(out);
            separator = ",";
        }
        out.append('}');
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonObject that && members.equals(that.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        var out = new StringBuilder();
        appendTo(out);
        return out.toString();
    }
}
