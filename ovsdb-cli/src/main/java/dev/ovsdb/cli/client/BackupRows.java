package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.server.text.HashOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** The result of a backup's selects, turned into the text of a transaction record without knowing the types of values. */
final class BackupRows {
    private final SelectResults results;
    private final JsonReader in;

    private BackupRows(SelectResults results) {
        this.results = results;
        this.in = results.reader();
    }

    static BackupRows of(JsonBytes result) {
        return new BackupRows(new SelectResults(result));
    }

    void checkCount(int selects) {
        results.checkCount(selects);
    }

    /** The rows of the next table as an object by UUID; empty if there are none. */
    Optional<String> next(String table) {
        Map<String, String> rows = new LinkedHashMap<>();
        results.next(table, () -> row(table, rows));
        return rows.isEmpty() ? Optional.empty() : Optional.of(object(rows));
    }

    /** The row's own identity becomes its name; the others stay in the order they have with it. */
    private void row(String table, Map<String, String> rows) {
        Map<String, String> values = new LinkedHashMap<>();
        for (in.beginObject(); in.hasNext(); ) {
            values.put(in.nextName(), JsonValue.parse(in.rawValue()).toString()); // Numbers are written canonically.
        }
        in.endObject();
        String uuid = values.get("_uuid");
        if (uuid == null) {
            throw new CommandException(table + " table reply row lacks _uuid member: " + object(values));
        }
        StringJoiner text = new StringJoiner(",", "{", "}");
        for (String name : HashOrder.of(values.keySet())) {
            if (!name.equals("_uuid")) {
                text.add(new JsonString(name) + ":" + values.get(name));
            }
        }
        rows.put(((JsonString) ((JsonArray) JsonValue.parse(uuid)).get(1)).value(), text.toString());
    }

    /** An object of members that are JSON texts, in the order of the reference's hash tables. */
    static String object(Map<String, String> members) {
        StringJoiner text = new StringJoiner(",", "{", "}");
        for (String name : HashOrder.of(members.keySet())) {
            text.add(new JsonString(name) + ":" + members.get(name));
        }
        return text.toString();
    }
}
