package dev.ovsdb.cli.table;

/**
 * How tables are printed.
 *
 * @param headings whether column names are printed; JSON always has them
 * @param pretty whether JSON output has a line for each member
 * @param maxColumnWidth bytes after which a cell of {@link TableFormat#TABLE} is cut, or 0
 */
public record TableStyle(TableFormat format, DataFormat data, boolean headings, boolean pretty, int maxColumnWidth) {
    public static final TableStyle DEFAULT = new TableStyle(TableFormat.TABLE, DataFormat.STRING, true, false, 0);

    public TableStyle withFormat(TableFormat other) {
        return new TableStyle(other, data, headings, pretty, maxColumnWidth);
    }

    public TableStyle withData(DataFormat other) {
        return new TableStyle(format, other, headings, pretty, maxColumnWidth);
    }

    public TableStyle withoutHeadings() {
        return new TableStyle(format, data, false, pretty, maxColumnWidth);
    }

    public TableStyle withPretty() {
        return new TableStyle(format, data, headings, true, maxColumnWidth);
    }

    public TableStyle withMaxColumnWidth(int bytes) {
        return new TableStyle(format, data, headings, pretty, bytes);
    }
}
