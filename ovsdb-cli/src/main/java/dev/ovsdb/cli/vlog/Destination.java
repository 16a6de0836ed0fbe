package dev.ovsdb.cli.vlog;

import java.util.Locale;
import java.util.Optional;

/** Where messages go. Nothing is sent to syslog: its levels and pattern can be set and are shown. */
public enum Destination {
    CONSOLE("none", "%D{%Y-%m-%dT%H:%M:%SZ}|%05N|%c%T|%p|%m"),
    SYSLOG("<%B> %D{%h %e %T} %E %A: ", "ovs|%05N|%c%T|%p|%m"),
    FILE("none", "%D{%Y-%m-%dT%H:%M:%S.###Z}|%05N|%c%T|%p|%m");

    private final String prefix;
    private final String pattern;

    Destination(String prefix, String pattern) {
        this.prefix = prefix;
        this.pattern = pattern;
    }

    /** What the reference shows before the pattern. */
    String prefix() {
        return prefix;
    }

    String defaultPattern() {
        return pattern;
    }

    /** The destination of this name, in any case of letters. */
    static Optional<Destination> named(String name) {
        for (Destination destination : values()) {
            if (destination.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(destination);
            }
        }
        return Optional.empty();
    }
}
