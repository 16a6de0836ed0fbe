package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.json.HashOrder;
import dev.ovsdb.cli.json.JsonPrinter;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.json.JsonToken;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** The result of a backup's selects, turned into the text of a transaction record without knowing the types of values. */
final class BackupRows {
    private final byte[] result;
    private final JsonReader in;
    private int position;

    private BackupRows(byte[] result) {
        this.result = result;
        this.in = JsonReader.of(result);
    }

    static BackupRows of(JsonBytes result) {
        return new BackupRows(result.toByteArray());
    }

    void checkCount(int selects) {
        JsonReader counted = JsonReader.of(result);
        int count = 0;
        if (counted.peek() == JsonToken.BEGIN_ARRAY) {
            for (counted.beginArray(); counted.hasNext(); count++) {
                counted.skipValue();
            }
        }
        if (count != selects) {
            throw new CommandException(
                    "reply is not array of " + selects + " elements: " + JsonPrinter.hashed(JsonValue.parse(result)));
        }
        in.beginArray();
    }

    /** The rows of the next table as an object by UUID; empty if there are none. */
    Optional<String> next(String table) {
        int index = position++;
        Map<String, String> rows = new LinkedHashMap<>();
        boolean seen = false;
        try {
            for (in.beginObject(); in.hasNext(); ) {
                if (in.nextName().equals("rows")) {
                    seen = true;
                    for (in.beginArray(); in.hasNext(); ) {
                        row(table, rows);
                    }
                    in.endArray();
                } else {
                    in.skipValue();
                }
            }
            in.endObject();
        } catch (JsonSyntaxException e) {
            seen = false;
        }
        if (!seen) {
            JsonValue element = ((JsonArray) JsonValue.parse(result)).get(index);
            throw new CommandException(table + " table reply is not an object with a \"rows\" member array: "
                    + JsonPrinter.hashed(element));
        }
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
