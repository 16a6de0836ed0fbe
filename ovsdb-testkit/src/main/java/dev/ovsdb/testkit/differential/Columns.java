package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the JSON of a schema says of each column: whether its changes come as differences, and its default value. A conversion brings
 * another schema.
 */
final class Columns {
    private final Map<String, Map<String, Kind>> byTable = new LinkedHashMap<>();
    private final Map<String, List<Weak>> weak = new LinkedHashMap<>();
    private final Map<String, List<String>> stored = new LinkedHashMap<>();

    Columns(JsonObject schema) {
        become(schema);
    }

    /** Forgets the schema for another one. */
    final void become(JsonObject schema) {
        byTable.clear();
        weak.clear();
        stored.clear();
        Json.objectAt(schema, "tables").members().forEach((table, form) -> {
            Map<String, Kind> kinds = new LinkedHashMap<>();
            Json.objectAt(form, "columns")
                    .members()
                    .forEach((column, columnForm) -> kinds.put(
                            column, Kind.of(Json.member(columnForm, "type").orElseThrow())));
            byTable.put(table, kinds);
            stored.put(table, columnsInFiles(Json.objectAt(form, "columns")));
            List<Weak> weakly = new ArrayList<>();
            Json.objectAt(form, "columns").members().forEach((column, columnForm) -> {
                JsonValue type = Json.member(columnForm, "type").orElseThrow();
                Json.member(type, "key").ifPresent(base -> addWeak(column, base, false, weakly));
                Json.member(type, "value").ifPresent(base -> addWeak(column, base, true, weakly));
            });
            weak.put(table, weakly);
        });
    }

    List<String> tables() {
        return List.copyOf(byTable.keySet());
    }

    List<String> columns(String table) {
        return List.copyOf(byTable.getOrDefault(table, Map.of()).keySet());
    }

    /** The columns of a table that files hold: those that are not ephemeral. */
    List<String> storedColumns(String table) {
        return stored.getOrDefault(table, List.of());
    }

    private static List<String> columnsInFiles(JsonObject columns) {
        return columns.members().entrySet().stream()
                .filter(column -> !Json.member(column.getValue(), "ephemeral").equals(Optional.of(JsonValue.of(true))))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The kind of a column; {@code _uuid}, {@code _version} and what the schema does not know are scalar. */
    Kind kind(String table, String column) {
        return byTable.getOrDefault(table, Map.of()).getOrDefault(column, Kind.UNKNOWN);
    }

    /** Where a table holds weak references. */
    List<Weak> weakReferences(String table) {
        return weak.getOrDefault(table, List.of());
    }

    private static void addWeak(String column, JsonValue base, boolean ofValues, List<Weak> into) {
        if (Json.string(base, "refType").equals(Optional.of("weak")))
            into.add(new Weak(column, Json.string(base, "refTable").orElseThrow(), ofValues));
    }

    /**
     * Weak references in a column.
     *
     * @param table where they lead
     * @param ofValues whether they are the values of a map
     */
    record Weak(String column, String table, boolean ofValues) {}

    /**
     * @param composite whether more than one element is allowed
     * @param mayBeEmpty whether no element is allowed
     */
    record Kind(
            boolean composite,
            boolean mayBeEmpty,
            boolean map,
            @Nullable JsonValue defaultValue) {
        static final Kind UNKNOWN = new Kind(false, false, false, null);

        static Kind of(JsonValue type) {
            boolean map = Json.member(type, "value").isPresent();
            boolean empty = Json.member(type, "min").equals(Optional.of(JsonValue.of(0)));
            boolean composite =
                    !Json.member(type, "max").orElse(JsonValue.of(1)).equals(JsonValue.of(1));
            return new Kind(composite, empty, map, defaultValue(type, map, empty));
        }

        private static JsonValue defaultValue(JsonValue type, boolean map, boolean empty) {
            JsonValue key = defaultAtom(Json.member(type, "key").orElse(type));
            if (!map) return empty ? Json.set(List.of()) : key;
            List<JsonValue> pairs = new ArrayList<>();
            if (!empty)
                pairs.add(Json.array(key, defaultAtom(Json.member(type, "value").orElseThrow())));
            return Json.array(Json.text("map"), Json.array(pairs));
        }

        private static JsonValue defaultAtom(JsonValue base) {
            String name = Json.string(base, "type").orElseGet(() -> base.isNull() ? "" : Kind.name(base));
            return switch (name) {
                case "integer", "real" -> JsonValue.of(0);
                case "boolean" -> JsonValue.of(false);
                case "uuid" -> Json.uuid("00000000-0000-0000-0000-000000000000");
                default -> Json.text("");
            };
        }

        private static String name(JsonValue base) {
            return base instanceof dev.ovsdb.jsonrpc.JsonString string ? string.value() : "";
        }

        /** The set of these elements, or the map of these pairs, as servers write it. */
        JsonValue of(List<JsonValue> elements) {
            return elements.size() == 1 && !map ? elements.get(0) : tagged(elements);
        }

        /** The same, a set of one element too with its tag. */
        JsonValue tagged(List<JsonValue> elements) {
            return Json.array(Json.text(map ? "map" : "set"), Json.array(elements));
        }

        /** The elements of a set or the pairs of a map, whichever way they are written. */
        List<JsonValue> elements(JsonValue value) {
            if (Json.isTagged(value, map ? "map" : "set")) return ((JsonArray) ((JsonArray) value).get(1)).elements();
            return List.of(value);
        }
    }
}
