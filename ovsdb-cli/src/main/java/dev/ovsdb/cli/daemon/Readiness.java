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
    /** The variable of the environment that holds the launcher's line. */
    private static final String VARIABLE = "OVSDB_READY";

    private Readiness() {}

    /** Says so; from then on nobody reads standard error. */
    public static void announce(Console console, Vlog log) {
        console.variable(VARIABLE).ifPresent(line -> {
            console.err().println(line);
            log.apply(new LogSpec.Level(Optional.empty(), Optional.of(Destination.CONSOLE), LogLevel.OFF));
        });
    }
}
