package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows that one monitor has told of, by table and UUID: what its updates come to, however they were cut into messages.
 *
 * <p>Columns with their default value are left out, since an insert of the second kind leaves them out and a change to the
 * default does not.
 */
final class Replica {
    private static final Pattern UUID = Pattern.compile("\\[\"uuid\",\"([0-9a-f-]{36})\"]");

    private final Columns columns;
    private final Map<String, Map<String, Map<String, JsonValue>>> rows = new TreeMap<>();

    Replica(Columns columns) {
        this.columns = columns;
    }

    /** Applies a table-updates object of either kind. */
    void apply(JsonValue updates) {
        if (!(updates instanceof JsonObject tables)) return;
        tables.members()
                .forEach((table, changed) -> ((JsonObject) changed)
                        .members()
                        .forEach((uuid, change) -> apply(table, uuid, (JsonObject) change)));
    }

    private void apply(String table, String uuid, JsonObject change) {
        Map<String, Map<String, JsonValue>> of = rows.computeIfAbsent(table, unused -> new TreeMap<>());
        Optional<JsonValue> whole =
                change.get("new").or(() -> change.get("initial")).or(() -> change.get("insert"));
        if (whole.isPresent()) {
            of.put(uuid, new TreeMap<>());
            put(table, of.get(uuid), (JsonObject) whole.get());
        } else if (change.get("modify").isPresent()) {
            Map<String, JsonValue> row = of.computeIfAbsent(uuid, unused -> new TreeMap<>());
            modify(table, row, (JsonObject) change.get("modify").get());
        } else {
            of.remove(uuid); // "delete", or "old" alone.
        }
    }

    private void put(String table, Map<String, JsonValue> row, JsonObject values) {
        values.members().forEach((column, value) -> put(table, row, column, value));
    }

    private void put(String table, Map<String, JsonValue> row, String column, JsonValue value) {
        if (value.equals(columns.kind(table, column).defaultValue())) row.remove(column);
        else row.put(column, value);
    }

    private void modify(String table, Map<String, JsonValue> row, JsonObject values) {
        values.members().forEach((column, value) -> {
            Columns.Kind kind = columns.kind(table, column);
            JsonValue old = row.getOrDefault(column, kind.defaultValue());
            put(table, row, column, kind.composite() && old != null ? changed(kind, old, value) : value);
        });
    }

    /** A set with the elements of the difference toggled; a map with its pairs put, or removed if they are there. */
    private static JsonValue changed(Columns.Kind kind, JsonValue old, JsonValue difference) {
        List<JsonValue> elements = new ArrayList<>(kind.elements(old));
        for (JsonValue element : kind.elements(difference)) {
            if (elements.remove(element)) continue;
            if (kind.map()) elements.removeIf(pair -> ((JsonArray) pair).get(0).equals(((JsonArray) element).get(0)));
            elements.add(element);
        }
        elements.sort(Comparator.comparing(JsonValue::toString));
        if (kind.map()) return Json.array(Json.text("map"), Json.array(elements));
        return elements.size() == 1 ? elements.get(0) : Json.set(elements);
    }

    /** Whether a weak reference leads to a row that is not there; to be asked of a replica of everything. */
    boolean hasDanglingReference() {
        for (Map.Entry<String, Map<String, Map<String, JsonValue>>> table : rows.entrySet()) {
            for (Map.Entry<String, String> reference :
                    columns.weakReferences(table.getKey()).entrySet()) {
                String there = rows.getOrDefault(reference.getValue(), Map.of())
                        .keySet()
                        .toString();
                for (Map<String, JsonValue> row : table.getValue().values()) {
                    Matcher uuids = UUID.matcher(String.valueOf(row.get(reference.getKey())));
                    while (uuids.find()) if (!there.contains(uuids.group(1))) return true;
                }
            }
        }
        return false;
    }

    /** The contents, as JSON whose order depends on nothing but them. */
    JsonObject toJson() {
        JsonObject tables = JsonObject.EMPTY;
        for (Map.Entry<String, Map<String, Map<String, JsonValue>>> table : rows.entrySet()) {
            JsonObject byUuid = JsonObject.EMPTY;
            for (Map.Entry<String, Map<String, JsonValue>> row :
                    table.getValue().entrySet())
                byUuid = byUuid.with(row.getKey(), sorted(table.getKey(), row.getValue()));
            tables = tables.with(table.getKey(), byUuid);
        }
        return tables;
    }

    /** Elements in an order of their text, since a difference brings them out of the server's. */
    private JsonObject sorted(String table, Map<String, JsonValue> row) {
        JsonObject sorted = JsonObject.EMPTY;
        for (Map.Entry<String, JsonValue> value : row.entrySet()) {
            Columns.Kind kind = columns.kind(table, value.getKey());
            JsonValue whole = kind.composite()
                    ? Json.array(kind.elements(value.getValue()).stream()
                            .sorted(Comparator.comparing(JsonValue::toString))
                            .toList())
                    : value.getValue();
            sorted = sorted.with(value.getKey(), whole);
        }
        return sorted;
    }
}
