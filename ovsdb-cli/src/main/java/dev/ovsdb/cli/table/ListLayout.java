package dev.ovsdb.cli.table;

import java.util.List;

/** A line for each cell, an empty one between rows. */
final class ListLayout implements TableFormat.Layout {
    private static final int NAME_WIDTH = 20;

    @Override
    public void print(Table table, TableStyle style, Page page) {
        page.head(table);
        boolean first = true;
        for (List<Cell> row : table.rows()) {
            if (!first) {
                page.line("");
            }
            first = false;
            for (int x = 0; x < row.size(); x++) {
                String name = style.headings() ? padded(table.headings().get(x)) + ": " : "";
                page.line(name + row.get(x).text(style.data()));
            }
        }
    }

    /** Names of tables and columns are ASCII. */
    private static String padded(String name) {
        return name + " ".repeat(Math.max(0, NAME_WIDTH - name.length()));
    }
}
