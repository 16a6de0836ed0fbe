package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.json.JsonPrinter;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.InvalidDatumException;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.schema.ColumnSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of a transaction of selects, read one after another straight from its bytes: it may be a whole database. */
final class SelectedRows {
    private final byte[] result;
    private final JsonReader in;

    private SelectedRows(byte[] result) {
        this.result = result;
        this.in = JsonReader.of(result);
    }

    static SelectedRows of(JsonBytes result) {
        return new SelectedRows(result.toByteArray());
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
        position = 0;
    }

    private int position;

    /** The rows of the next select, their values in the order of its columns. */
    List<List<Datum>> next(TableSelection selection) {
        int index = position++;
        try {
            List<List<Datum>> rows = null;
            in.beginObject();
            while (in.hasNext()) {
                if (in.nextName().equals("rows")) {
                    rows = rows(selection);
                } else {
                    in.skipValue();
                }
            }
            in.endObject();
            if (rows != null) {
                return rows;
            }
        } catch (JsonSyntaxException e) {
            // Told below: the shape is not that of a select's result.
        }
        JsonValue element = ((JsonArray) JsonValue.parse(result)).get(index);
        throw new CommandException(selection.table() + " table reply is not an object with a \"rows\" member array: "
                + JsonPrinter.hashed(element));
    }

    private List<List<Datum>> rows(TableSelection selection) {
        List<List<Datum>> rows = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            rows.add(row(selection, rows.size()));
        }
        in.endArray();
        return rows;
    }

    private List<Datum> row(TableSelection selection, int number) {
        List<ColumnSchema> columns = selection.columns();
        @Nullable Datum[] values = new Datum[columns.size()];
        in.beginObject();
        while (in.hasNext()) {
            int column = indexOf(in.nextName(), columns);
            if (column < 0) {
                in.skipValue();
            } else {
                values[column] = value(columns.get(column));
            }
        }
        in.endObject();
        int missing = Arrays.asList(values).indexOf(null);
        if (missing >= 0) {
            throw new CommandException("row " + number + " in table " + selection.table() + " response lacks "
                    + columns.get(missing).name() + " column");
        }
        return List.of(values);
    }

    private Datum value(ColumnSchema column) {
        try {
            return Datum.read(in, column.type());
        } catch (InvalidDatumException e) {
            throw new CommandException("syntax error: " + e.getMessage(), e);
        }
    }

    private static int indexOf(String name, List<ColumnSchema> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
