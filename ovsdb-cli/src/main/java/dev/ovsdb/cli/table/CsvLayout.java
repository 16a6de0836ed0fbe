package dev.ovsdb.cli.table;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values, quoted where they must be. */
final class CsvLayout implements TableFormat.Layout {
    @Override
    public void print(Table table, TableStyle style, Page page) {
        page.head(table);
        if (style.headings()) {
            page.line(line(table.headings()));
        }
        for (List<Cell> row : table.rows()) {
            page.line(line(row.stream().map(cell -> cell.text(style.data())).toList()));
        }
    }

    private static String line(List<String> texts) {
        return texts.stream().map(CsvLayout::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String text) {
        boolean plain = text.indexOf('\n') < 0 && text.indexOf('"') < 0 && text.indexOf(',') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
