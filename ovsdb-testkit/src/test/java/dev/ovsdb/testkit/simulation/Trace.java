package dev.ovsdb.testkit.simulation;

import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What happened, as a number that differs when anything does; and for a reader, line by line. */
final class Trace {
    private final @Nullable Consumer<String> reader;
    private long hash = 17;
    private long events;

    /** @param reader gets each line; null if nobody reads */
    Trace(@Nullable Consumer<String> reader) {
        this.reader = reader;
    }

    /** One event, told from others of its kind by a number. */
    void event(long what) {
        events++;
        hash = (hash ^ what) * 0x100000001B3L;
        hash ^= hash >>> 29;
    }

    boolean isRead() {
        return reader != null;
    }

    void say(long nanos, String format, Object... arguments) {
        if (reader != null) {
            reader.accept(String.format(Locale.ROOT, "%12.6f ", nanos / 1e9) + String.format(format, arguments));
        }
    }

    long hash() {
        return hash;
    }

    long events() {
        return events;
    }
}
