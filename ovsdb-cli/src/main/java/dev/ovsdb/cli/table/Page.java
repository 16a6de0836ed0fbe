package dev.ovsdb.cli.table;

/** Where a layout prints to. */
interface Page {
    void print(String text);

    /** Part of a line in UTF-8; a cell that was cut may end within a character. */
    void print(byte[] utf8, int length);

    /** The time of printing, as a table's timestamp shows it. */
    String now();

    default void line(String text) {
        print(text);
        print("\n");
    }

    /** What text tables begin with: the time if asked for, and the caption. */
    default void head(Table table) {
        if (table.isTimestamped()) {
            line(now());
        }
        table.caption().ifPresent(this::line);
    }
}
