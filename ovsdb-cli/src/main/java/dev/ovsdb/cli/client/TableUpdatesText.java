package dev.ovsdb.cli.client;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonToken;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Table updates of either kind, taken apart but not understood: table, row, kind of change, column, and the value as it came.
 *
 * <p>Values stay text because their form tells what they are: a difference may be no value of its column, and JSON output
 * shows what the server sent.
 */
record TableUpdatesText(Map<String, Map<String, Map<String, Map<String, byte[]>>>> tables) {
    static TableUpdatesText read(JsonReader in) {
        return new TableUpdatesText(object(in, table -> object(table, row -> object(row, TableUpdatesText::columns))));
    }

    /** The changed rows of a table in the order in which they came; empty if it is not mentioned. */
    Map<String, Map<String, Map<String, byte[]>>> rows(String table) {
        return tables.getOrDefault(table, Map.of());
    }

    boolean mentions(String table) {
        return tables.containsKey(table);
    }

    private static Map<String, byte[]> columns(JsonReader in) {
        if (in.peek() == JsonToken.NULL) { // A row that was deleted.
            in.nextNull();
            return Map.of();
        }
        return object(in, JsonReader::rawValue);
    }

    private interface Member<T> {
        T read(JsonReader in);
    }

    private static <T> Map<String, T> object(JsonReader in, Member<T> member) {
        Map<String, T> members = new LinkedHashMap<>();
        in.beginObject();
        while (in.hasNext()) {
            members.put(in.nextName(), member.read(in));
        }
        in.endObject();
        return members;
    }
}
