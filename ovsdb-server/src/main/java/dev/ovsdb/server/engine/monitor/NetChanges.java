package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.server.data.RowChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Adds up changes of rows, older before newer, so that of each row only its first and last state count. For one thread. */
final class NetChanges {
    private final Map<String, Map<UUID, RowChange>> tables = new LinkedHashMap<>();

    void add(List<RowChange> changes) {
        for (RowChange change : changes) {
            tables.computeIfAbsent(change.table().name(), table -> new LinkedHashMap<>())
                    .merge(change.uuid(), change, NetChanges::both);
        }
    }

    /** Null, which takes the row out, if it came and went. */
    @SuppressWarnings("NullAway") // Map.merge takes null for "remove".
    private static RowChange both(RowChange older, RowChange newer) {
        return older.before() == null && newer.after() == null
                ? null
                : new RowChange(older.table(), older.uuid(), older.before(), newer.after());
    }

    /** The changes of each table, in the order in which rows changed first. */
    Map<String, List<RowChange>> byTable() {
        Map<String, List<RowChange>> result = new LinkedHashMap<>();
        tables.forEach((table, rows) -> {
            if (!rows.isEmpty()) {
                result.put(table, new ArrayList<>(rows.values()));
            }
        });
        return result;
    }
}
