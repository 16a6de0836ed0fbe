package dev.ovsdb.cli.daemon;

import dev.ovsdb.cli.console.Console;
import dev.ovsdb.cli.vlog.Destination;
import dev.ovsdb.cli.vlog.LogLevel;
import dev.ovsdb.cli.vlog.LogSpec;
import dev.ovsdb.cli.vlog.Vlog;
import java.util.Optional;

/**
 * Tells the launcher that the program is ready, where that one waits for it: it reads this process's standard error, shows
 * what comes, and lets go of it at the line that it named.
 */
public final class Readiness {
    /** The system property that holds the launcher's line. */
    public static final String PROPERTY = "ovsdb.ready";

    private Readiness() {}

    /** Says so; from then on nobody reads standard error. */
    public static void announce(Console console, Vlog log) {
        String line = System.getProperty(PROPERTY, "");
        if (!line.isEmpty()) {
            console.err().println(line);
            log.apply(new LogSpec.Level(Optional.empty(), Optional.of(Destination.CONSOLE), LogLevel.OFF));
        }
    }
}
