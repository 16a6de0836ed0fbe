package dev.ovsdb.cli.table;

import java.util.Locale;
import java.util.Optional;

/** The layouts: {@code --format}. */
public enum TableFormat {
    TABLE(new AlignedLayout(), true),
    LIST(new ListLayout(), true),
    HTML(new HtmlLayout(), false),
    CSV(new CsvLayout(), true),
    JSON(new JsonLayout(), false);

    private final Layout layout;
    private final boolean spaced;

    TableFormat(Layout layout, boolean spaced) {
        this.layout = layout;
        this.spaced = spaced;
    }

    /** One way of laying a table out. */
    interface Layout {
        void print(Table table, TableStyle style, Page page);
    }

    void print(Table table, TableStyle style, Page page) {
        layout.print(table, style, page);
    }

    /** Whether a second table is set off by an empty line. */
    boolean isSpaced() {
        return spaced;
    }

    public static Optional<TableFormat> named(String name) {
        return FormatNames.find(values(), name);
    }

    /** The name on a command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
