package dev.ovsdb.cli.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Columns side by side. Widths count bytes, as the reference's do, so that text beyond ASCII is not quite aligned. */
final class AlignedLayout implements TableFormat.Layout {
    @Override
    public void print(Table table, TableStyle style, Page page) {
        page.head(table);
        List<byte[]> headings = utf8(table.headings());
        List<List<byte[]>> rows = new ArrayList<>(table.rows().size());
        for (List<Cell> row : table.rows()) {
            rows.add(utf8(row.stream().map(cell -> cell.text(style.data())).toList()));
        }
        int[] widths = widths(headings, rows, style);
        if (style.headings()) {
            line(headings, widths, page);
            line(rules(widths), widths, page);
        }
        rows.forEach(row -> line(row, widths, page));
    }

    private static List<byte[]> utf8(List<String> texts) {
        return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private static int[] widths(List<byte[]> headings, List<List<byte[]>> rows, TableStyle style) {
        int max = style.maxColumnWidth();
        int[] widths = new int[headings.size()];
        for (int x = 0; x < widths.length; x++) {
            int width = 0;
            for (List<byte[]> row : rows) {
                width = Math.max(width, row.get(x).length);
            }
            width = max > 0 ? Math.min(width, max) : width; // A heading is never cut.
            widths[x] = style.headings() ? Math.max(width, headings.get(x).length) : width;
        }
        return widths;
    }

    private static List<byte[]> rules(int[] widths) {
        List<String> rules = new ArrayList<>(widths.length);
        for (int width : widths) {
            rules.add("-".repeat(width));
        }
        return utf8(rules);
    }

    private static void line(List<byte[]> cells, int[] widths, Page page) {
        TrimmedLine line = new TrimmedLine();
        for (int x = 0; x < widths.length; x++) {
            if (x > 0) {
                line.pad(1);
            }
            int length = Math.min(cells.get(x).length, widths[x]);
            line.append(cells.get(x), length);
            line.pad(widths[x] - length);
        }
        line.print(page);
    }
}
