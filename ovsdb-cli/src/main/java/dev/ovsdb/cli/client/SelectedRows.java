package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.InvalidDatumException;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.schema.ColumnSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a transaction of selects, by the types of their columns. */
final class SelectedRows {
    private final SelectResults results;
    private final JsonReader in;

    private SelectedRows(SelectResults results) {
        this.results = results;
        this.in = results.reader();
    }

    static SelectedRows of(JsonBytes result) {
        return new SelectedRows(new SelectResults(result));
    }

    void checkCount(int selects) {
        results.checkCount(selects);
    }

    /** The rows of the next select, their values in the order of its columns. */
    List<List<Datum>> next(TableSelection selection) {
        List<List<Datum>> rows = new ArrayList<>();
        results.next(selection.table(), () -> rows.add(row(selection, rows.size())));
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
