package dev.ovsdb.protocol;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.json.NameTable;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows. A column that comes twice has its last value. */
final class RowReader {
    private RowReader() {}

    static Row read(JsonReader in, TableSchema table, boolean diff) {
        AtomReader.require(in, JsonToken.BEGIN_OBJECT, "a row");
        RowLayout layout = table.layout();
        NameTable names = layout.nameTable();
        @Nullable Datum[] values = new Datum[layout.size()];
        in.beginObject();
        while (in.hasNext()) {
            int column = in.nextNameIn(names);
            if (column < 0) {
                throw AtomReader.syntax(in, "table " + table.name() + " has no column " + in.lastString());
            }
            values[column] = DatumReader.read(in, table.columnAt(column).type(), diff);
        }
        in.endObject();
        return new Row(layout, values);
    }

    static Row readUntyped(JsonReader in) {
        AtomReader.require(in, JsonToken.BEGIN_OBJECT, "a row");
        Map<String, Datum> columns = new LinkedHashMap<>();
        in.beginObject();
        while (in.hasNext()) {
            String column = in.nextName();
            columns.put(column, DatumReader.readUntyped(in));
        }
        in.endObject();
        return columns.isEmpty() ? Row.empty() : Row.of(columns);
    }
}
