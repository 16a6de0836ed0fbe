package dev.ovsdb.cli.table;

import dev.ovsdb.cli.console.Output;
import dev.ovsdb.jsonrpc.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Prints the tables of one run of a program, one after another. Confined to the program's thread. */
public final class TablePrinter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final TableStyle style;
    private final Output out;
    private final Page page;
    private boolean printed;

    public TablePrinter(TableStyle style, Output out, Clock clock) {
        this.style = style;
        this.out = out;
        this.page = new OutputPage(out, clock);
    }

    public void print(Table table) {
        if (printed && style.format().isSpaced()) {
            out.print("\n");
        }
        printed = true;
        style.format().print(table, style, page);
    }

    private record OutputPage(Output out, Clock clock) implements Page {
        @Override
        public void print(String text) {
            out.print(text);
        }

        @Override
        public void print(byte[] utf8, int length) {
            out.write(utf8, 0, length);
        }

        @Override
        public String now() {
            return TIME.format(clock.now());
        }
    }
}
