package dev.ovsdb.cli.table;

import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.server.text.JsonPrinter;
import java.util.List;

/** One JSON object with caption, data, headings and time. */
final class JsonLayout implements TableFormat.Layout {
    @Override
    public void print(Table table, TableStyle style, Page page) {
        JsonPrinter out = new JsonPrinter(style.pretty());
        out.beginObject();
        table.caption().ifPresent(text -> {
            out.name("caption");
            out.value(new JsonString(text));
        });
        out.name("data");
        data(table, out);
        out.name("headings");
        out.value(JsonValue.array(table.headings().stream().map(JsonString::new).toList()));
        if (table.isTimestamped()) {
            out.name("time");
            out.value(new JsonString(page.now()));
        }
        out.endObject();
        page.line(out.toString());
    }

    private static void data(Table table, JsonPrinter out) {
        out.beginArray();
        for (List<Cell> row : table.rows()) {
            out.element();
            out.beginArray();
            for (Cell cell : row) {
                out.element();
                cell.print(out);
            }
            out.endArray();
        }
        out.endArray();
    }
}
