package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.server.text.JsonPrinter;

/** The result of a transaction of selects, read one after another straight from its bytes: it may be a whole database. */
final class SelectResults {
    private final byte[] result;
    private final JsonReader in;
    private int position;

    SelectResults(JsonBytes result) {
        this.result = result.toByteArray();
        this.in = JsonReader.of(this.result);
    }

    /** Where the rows are read from. */
    JsonReader reader() {
        return in;
    }

    /** There must be one result for each select; what ended the transaction early makes them fewer or more. */
    void checkCount(int selects) {
        JsonReader counted = JsonReader.of(result);
        int count = 0;
        if (counted.peek() == JsonToken.BEGIN_ARRAY) {
            for (counted.beginArray(); counted.hasNext(); count++) {
                counted.skipValue();
            }
        }
        if (count != selects || in.peek() != JsonToken.BEGIN_ARRAY) {
            throw new CommandException(
                    "reply is not array of " + selects + " elements: " + JsonPrinter.hashed(JsonValue.parse(result)));
        }
        in.beginArray();
    }

    /**
     * Goes through the result of the next select.
     *
     * @param row reads one row
     */
    void next(String table, Runnable row) {
        int index = position++;
        if (!readRows(row)) {
            JsonValue element = ((JsonArray) JsonValue.parse(result)).get(index);
            throw new CommandException(table + " table reply is not an object with a \"rows\" member array: "
                    + JsonPrinter.hashed(element));
        }
    }

    /** Whether it had the shape of a select's result. */
    private boolean readRows(Runnable row) {
        boolean seen = false;
        try {
            for (in.beginObject(); in.hasNext(); ) {
                if (in.nextName().equals("rows")) {
                    seen = true;
                    for (in.beginArray(); in.hasNext(); ) {
                        row.run();
                    }
                    in.endArray();
                } else {
                    in.skipValue();
                }
            }
            in.endObject();
            return seen;
        } catch (JsonSyntaxException e) {
            return false;
        }
    }
}
