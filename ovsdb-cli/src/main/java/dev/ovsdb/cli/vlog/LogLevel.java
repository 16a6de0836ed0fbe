package dev.ovsdb.cli.vlog;

import java.util.Locale;
import java.util.Optional;

/** How much a destination is told: everything up to this level. */
public enum LogLevel {
    OFF,
    EMER,
    ERR,
    WARN,
    INFO,
    DBG;

    /** The level of this name, in any case of letters. */
    static Optional<LogLevel> named(String name) {
        for (LogLevel level : values()) {
            if (level.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    boolean includes(LogLevel message) {
        return message.ordinal() <= ordinal();
    }
}
