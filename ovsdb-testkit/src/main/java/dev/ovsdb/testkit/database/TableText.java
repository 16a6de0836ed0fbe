package dev.ovsdb.testkit.database;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A table as text: a line for each row, UUIDs by their first part, columns left out in which every row has the default. */
final class TableText {
    private static final int MOST_ROWS = 20;
    private static final int WIDEST = 60;
    private static final Pattern UUID =
            Pattern.compile("([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TAGGED = Pattern.compile("\\[\"uuid\",\"([0-9a-f]{8})\"\\]");

    private TableText() {}

    static String of(TableSchema table, List<Row> rows) {
        if (rows.isEmpty()) return table.name() + " (no rows)";
        List<Row> shown = rows.stream()
                .sorted((one, other) -> line(table, one).compareTo(line(table, other)))
                .limit(MOST_ROWS)
                .toList();
        List<List<String>> lines = new ArrayList<>();
        List<String> columns = columns(table, rows);
        lines.add(columns);
        for (Row row : shown) lines.add(cells(table, row, columns));
        String text =
                table.name() + (rows.size() == 1 ? " (1 row)" : " (" + rows.size() + " rows)") + "\n" + align(lines);
        return rows.size() <= MOST_ROWS ? text : text + "\n(" + (rows.size() - MOST_ROWS) + " more)";
    }

    /** So that two texts of equal contents are equal but for UUIDs that the server chose. */
    private static String line(TableSchema table, Row row) {
        StringBuilder text = new StringBuilder();
        for (ColumnSchema column : table.columns())
            text.append(value(table, row, column.name())).append(' ');
        return text.toString();
    }

    private static List<String> columns(TableSchema table, List<Row> rows) {
        List<String> columns = new ArrayList<>(List.of("_uuid"));
        for (ColumnSchema column : table.columns()) {
            Datum usual = column.defaultDatum();
            if (rows.stream().anyMatch(row -> !value(table, row, column.name()).equals(usual)))
                columns.add(column.name());
        }
        return columns;
    }

    private static List<String> cells(TableSchema table, Row row, List<String> columns) {
        return columns.stream().map(column -> cell(value(table, row, column))).toList();
    }

    private static Datum value(TableSchema table, Row row, String column) {
        return row.get(column).orElseGet(() -> table.requireColumn(column).defaultDatum());
    }

    private static String cell(Datum value) {
        String text = UUID.matcher(value.toString()).replaceAll("$1");
        text = TAGGED.matcher(text).replaceAll("$1");
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 3) + "...";
    }

    private static String align(List<List<String>> lines) {
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            if (text.length() > 0) text.append('\n');
            for (int i = 0; i < line.size(); i++) {
                int column = i;
                int width = lines.stream()
                        .mapToInt(one -> one.get(column).length())
                        .max()
                        .orElse(0);
                boolean last = i == line.size() - 1;
                text.append("  ").append(last ? line.get(i) : String.format("%-" + width + "s", line.get(i)));
            }
        }
        return text.toString();
    }
}
