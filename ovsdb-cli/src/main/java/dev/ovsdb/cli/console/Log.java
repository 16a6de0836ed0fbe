package dev.ovsdb.cli.console;

import dev.ovsdb.jsonrpc.time.Clock;
import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What a command tells beside its result, in lines of Open vSwitch's form that its users know how to read. Thread-safe. */
public final class Log {
    private final PrintStream err;
    private final Clock clock;
    private boolean quiet;
    private int lines;

    Log(PrintStream err, Clock clock) {
        this.err = err;
        this.clock = clock;
    }

    /** Says no more: {@code -vconsole:off}. */
    public synchronized void silence() {
        quiet = true;
    }

    public void info(String module, String message) {
        line(module, "INFO", message);
    }

    public void warn(String module, String message) {
        line(module, "WARN", message);
    }

    private synchronized void line(String module, String level, String message) {
        if (!quiet) {
            Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
            String time = DateTimeFormatter.ISO_INSTANT.format(now);
            err.println(String.format(Locale.ROOT, "%s|%05d|%s|%s|%s", time, ++lines, module, level, message));
        }
    }
}
