package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The columns that a monitor shows, by table, and whether its conditions read others.
 *
 * <p>The reference 3.1.0 keeps one list of changes for all monitors that show the same. If one of these has a condition on a column that
 * is not shown, the others' rows have no room for it: it reads past their end. So of monitors that show the same none may have such a
 * condition.
 */
record MonitorShape(Map<String, Set<String>> columns, boolean readsOthers) {
    /** Of the params of a request, which may be faulty. */
    static MonitorShape of(SchemaPlan schema, JsonArray params) {
        Map<String, Set<String>> shown = new TreeMap<>();
        boolean others = false;
        if (params.size() > 2 && params.get(2) instanceof JsonObject tables) {
            for (TablePlan table : schema.tables()) {
                JsonValue requests = tables.get(table.name()).orElse(null);
                if (requests == null) continue;
                Set<String> columns = shown(table, requests);
                shown.put(table.name(), columns);
                others |= read(requests).stream().anyMatch(column -> !columns.contains(column));
            }
        }
        return new MonitorShape(shown, others);
    }

    private static List<JsonValue> several(JsonValue requests) {
        return requests instanceof JsonArray array ? array.elements() : List.of(requests);
    }

    private static Set<String> shown(TablePlan table, JsonValue requests) {
        Set<String> columns = new TreeSet<>();
        for (JsonValue request : several(requests)) {
            if (Json.member(request, "columns").orElse(null) instanceof JsonArray names)
                names.forEach(name -> addText(name, columns));
            else table.columns().forEach(column -> columns.add(column.name()));
        }
        return columns;
    }

    private static Set<String> read(JsonValue requests) {
        Set<String> columns = new TreeSet<>();
        for (JsonValue request : several(requests)) {
            if (Json.member(request, "where").orElse(null) instanceof JsonArray where) {
                for (JsonValue clause : where)
                    if (clause instanceof JsonArray parts && parts.size() > 0) addText(parts.get(0), columns);
            }
        }
        return columns;
    }

    private static void addText(JsonValue name, Set<String> into) {
        if (name instanceof JsonString text) into.add(text.value());
    }

    List<String> tables() {
        return List.copyOf(columns.keySet());
    }

    /** The table with the columns that are shown of it. */
    TablePlan shown(TablePlan table) {
        Set<String> names = columns.getOrDefault(table.name(), Set.of());
        return table.withColumns(table.columns().stream()
                .filter(column -> names.contains(column.name()))
                .toList());
    }

    /** Which shapes the monitors of a script have. */
    static final class Taken {
        private final Map<Map<String, Set<String>>, Boolean> readingOthers = new HashMap<>();
        private final Set<Map<String, Set<String>>> shared = new HashSet<>();

        /** Takes a shape for a monitor; false if it must not have that. */
        boolean take(MonitorShape shape) {
            Boolean before = readingOthers.get(shape.columns());
            if (before != null && (before || shape.readsOthers())) return false;
            if (before != null) shared.add(shape.columns());
            readingOthers.put(shape.columns(), shape.readsOthers());
            return true;
        }

        /** Takes a shape of a monitor for conditions on other columns; false if it must not have these. */
        boolean takeForOthers(MonitorShape shape) {
            if (shared.contains(shape.columns())) return false;
            readingOthers.put(shape.columns(), true);
            return true;
        }
    }
}
