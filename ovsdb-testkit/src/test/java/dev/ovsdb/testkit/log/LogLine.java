package dev.ovsdb.testkit.log;

import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** Something that was logged. */
public record LogLine(
        Level level, String logger, String text, @Nullable Throwable failure) {
    @Override
    public String toString() {
        return level + " " + logger + " - " + text + (failure == null ? "" : ": " + failure);
    }
}
