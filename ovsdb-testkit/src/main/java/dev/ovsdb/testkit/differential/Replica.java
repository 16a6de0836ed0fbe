package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        return kind.of(elements);
    }

    /** Whether a weak reference leads to a row that is not there; to be asked of a replica of everything. */
    boolean hasDanglingReference() {
        return !withoutDangling().equals(toJson());
    }

    /** The contents without weak references that lead to nothing. */
    JsonObject withoutDangling() {
        Replica mended = new Replica(columns);
        rows.forEach((table, ofTable) -> ofTable.forEach((uuid, row) -> {
            Map<String, JsonValue> copy = new TreeMap<>(row);
            columns.weakReferences(table).forEach(weak -> mend(table, copy, weak));
            mended.rows.computeIfAbsent(table, unused -> new TreeMap<>()).put(uuid, copy);
        }));
        return mended.toJson();
    }

    /** Whether such a reference stands alone in a column that may not be empty: whoever removes it must refuse the transaction. */
    boolean hasDanglingReferenceThatIsNeeded() {
        return rows.entrySet().stream()
                .anyMatch(table -> columns.weakReferences(table.getKey()).stream()
                        .filter(weak ->
                                !columns.kind(table.getKey(), weak.column()).mayBeEmpty())
                        .anyMatch(weak -> table.getValue().values().stream()
                                .anyMatch(row -> row.containsKey(weak.column())
                                        && left(table.getKey(), row, weak).isEmpty())));
    }

    private void mend(String table, Map<String, JsonValue> row, Columns.Weak weak) {
        JsonValue value = row.get(weak.column());
        Columns.Kind kind = columns.kind(table, weak.column());
        if (value == null) return;
        List<JsonValue> left = left(table, row, weak);
        if (left.size() < kind.elements(value).size()) put(table, row, weak.column(), kind.of(left));
    }

    /** The elements of a column that a row has which do not refer to nothing. */
    private List<JsonValue> left(String table, Map<String, JsonValue> row, Columns.Weak weak) {
        Columns.Kind kind = columns.kind(table, weak.column());
        return kind.elements(Objects.requireNonNull(row.get(weak.column()))).stream()
                .filter(element ->
                        isThere(weak, kind.map() ? ((JsonArray) element).get(weak.ofValues() ? 1 : 0) : element))
                .toList();
    }

    private boolean isThere(Columns.Weak weak, JsonValue reference) {
        Matcher uuid = UUID.matcher(reference.toString());
        return uuid.matches() && rows.getOrDefault(weak.table(), Map.of()).containsKey(uuid.group(1));
    }

    /** The contents of tables that have any, as JSON whose order depends on nothing but them. */
    JsonObject toJson() {
        JsonObject tables = JsonObject.EMPTY;
        for (Map.Entry<String, Map<String, Map<String, JsonValue>>> table : rows.entrySet()) {
            JsonObject byUuid = JsonObject.EMPTY;
            for (Map.Entry<String, Map<String, JsonValue>> row :
                    table.getValue().entrySet())
                byUuid = byUuid.with(row.getKey(), sorted(table.getKey(), row.getValue()));
            if (!byUuid.members().isEmpty()) tables = tables.with(table.getKey(), byUuid);
        }
        return tables;
    }

    /** Elements in an order of their text, since a difference brings them out of the server's. */
    private JsonObject sorted(String table, Map<String, JsonValue> row) {
        JsonObject sorted = JsonObject.EMPTY;
        for (Map.Entry<String, JsonValue> value : row.entrySet()) {
            Columns.Kind kind = columns.kind(table, value.getKey());
            JsonValue whole = kind.composite()
                    ? kind.tagged(kind.elements(value.getValue()).stream()
                            .sorted(Comparator.comparing(JsonValue::toString))
                            .toList())
                    : value.getValue();
            sorted = sorted.with(value.getKey(), whole);
        }
        return sorted;
    }
}
