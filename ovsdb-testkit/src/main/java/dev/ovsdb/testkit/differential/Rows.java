package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the maker of a script knows of the database: its rows, as a monitor of everything tells them, and the names and UUIDs of the rows that the
 * transaction under way inserts.
 */
final class Rows {
    private final Map<String, Map<String, JsonObject>> byTable = new TreeMap<>();
    private final Map<String, List<JsonValue>> inserted = new TreeMap<>();
    private final List<String> uuids = new ArrayList<>();

    Rows(SchemaPlan schema) {
        for (TablePlan table : schema.tables()) byTable.put(table.name(), new TreeMap<>());
    }

    /** Takes in an update for the monitor of everything. */
    void observed(JsonObject updates) {
        updates.members()
                .forEach((table, changes) -> ((JsonObject) changes).members().forEach((uuid, change) -> {
                    Optional<JsonValue> row = Json.member(change, "new");
                    if (row.isPresent()) rows(table).put(uuid, ((JsonObject) row.get()).with("_uuid", Json.uuid(uuid)));
                    else rows(table).remove(uuid);
                }));
        uuids.clear();
        byTable.values().forEach(rows -> uuids.addAll(rows.keySet()));
    }

    void begin() {
        inserted.clear();
    }

    void inserts(String table, JsonValue reference) {
        inserted.computeIfAbsent(table, unused -> new ArrayList<>()).add(reference);
    }

    int count(String table) {
        return rows(table).size();
    }

    /** Whether a reference to a row of the table can be made: to a known one, or to one that the transaction inserts. */
    boolean hasAny(String table) {
        return count(table) > 0 || inserted.containsKey(table);
    }

    Optional<String> any(String table, Chance chance) {
        List<String> known = List.copyOf(rows(table).keySet());
        return known.isEmpty() ? Optional.empty() : Optional.of(chance.pick(known));
    }

    /** The value that a column had in some row. */
    Optional<JsonValue> someValue(String table, String column, Chance chance) {
        return any(table, chance).flatMap(uuid -> row(table, uuid).get(column));
    }

    Optional<JsonObject> someRow(String table, Chance chance) {
        return any(table, chance).map(uuid -> row(table, uuid));
    }

    private Map<String, JsonObject> rows(String table) {
        return Objects.requireNonNull(byTable.get(table), table);
    }

    private JsonObject row(String table, String uuid) {
        return Objects.requireNonNull(rows(table).get(uuid), uuid);
    }

    JsonValue reference(String table, Chance chance, boolean strong) {
        List<JsonValue> own = inserted.getOrDefault(table, List.of());
        if (!own.isEmpty() && chance.in(0.5)) return chance.pick(own);
        Optional<String> known = any(table, chance);
        if (known.isEmpty() || chance.in(strong ? 0.006 : 0.08)) {
            return own.isEmpty() || chance.in(0.1) ? Json.uuid(chance.uuid()) : chance.pick(own);
        }
        return Json.uuid(known.get());
    }

    String anyUuid(Chance chance) {
        return uuids.isEmpty() ? chance.uuid() : chance.pick(uuids);
    }
}
