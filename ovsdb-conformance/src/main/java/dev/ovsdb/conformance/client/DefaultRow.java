package dev.ovsdb.conformance.client;

import dev.ovsdb.conformance.suite.Suite;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row that holds the default of each column's type (RFC 7047, 5.2.1). */
final class DefaultRow {
    private static final JsonValue NO_UUID = JsonValue.parse("[\"uuid\",\"00000000-0000-0000-0000-000000000000\"]");

    private DefaultRow() {}

    /** @param columns of a table of the kit's first database; all if empty */
    static JsonObject of(String table, List<String> columns) {
        JsonValue schema = JsonValue.parse(Suite.schema(Suite.databases().get(0)).orElseThrow());
        Map<String, JsonValue> types = member(member(member(schema, "tables"), table), "columns").members();
        Map<String, JsonValue> row = new LinkedHashMap<>();
        types.forEach((column, content) -> {
            if (columns.isEmpty() || columns.contains(column)) {
                row.put(column, value(((JsonObject) content).get("type").orElseThrow()));
            }
        });
        return JsonObject.of(row);
    }

    private static JsonObject member(JsonValue object, String name) {
        return ((JsonObject) object).get(name)
                .map(JsonObject.class::cast)
                .orElseThrow(() -> new IllegalArgumentException("the kit's schema has no " + name));
    }

    private static JsonValue value(JsonValue type) {
        if (type instanceof JsonString name) return atom(name.value());
        JsonObject whole = (JsonObject) type;
        if (whole.get("value").isPresent()) return JsonValue.parse("[\"map\",[]]");
        if (whole.get("min").filter(JsonValue.of(0)::equals).isPresent()) return JsonValue.parse("[\"set\",[]]");
        JsonValue key = whole.get("key").orElseThrow();
        JsonValue name = key instanceof JsonObject base ? base.get("type").orElseThrow() : key;
        return atom(((JsonString) name).value());
    }

    private static JsonValue atom(String type) {
        return switch (type) {
            case "integer", "real" -> JsonValue.of(0);
            case "boolean" -> JsonValue.of(false);
            case "uuid" -> NO_UUID;
            default -> JsonValue.of("");
        };
    }
}
