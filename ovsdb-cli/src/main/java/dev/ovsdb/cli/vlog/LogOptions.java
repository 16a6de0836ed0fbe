package dev.ovsdb.cli.vlog;

import dev.ovsdb.cli.console.CommandException;
import java.util.List;

/** The logging options that all programs have. */
public final class LogOptions {
    /** What {@code -v} without a value asks for. */
    public static final String VERBOSE = "ANY:ANY:dbg";

    private LogOptions() {}

    /**
     * What a {@code -v} asks for.
     *
     * @param modules the program's modules
     * @throws CommandException if the specification names something unknown, in the reference's words
     */
    public static LogSpec parse(String specification, List<String> modules) {
        try {
            return LogSpec.parse(specification, modules);
        } catch (IllegalArgumentException e) {
            throw new CommandException("processing \"" + specification + "\": " + e.getMessage(), e);
        }
    }

    /** @throws CommandException if there is no such way to syslog, in the reference's words */
    public static void checkSyslogMethod(String method) {
        if (!method.equals("libc")
                && !method.equals("null")
                && !method.startsWith("unix:")
                && !method.startsWith("udp:")) {
            throw new CommandException("unsupported syslog method '" + method + "'");
        }
    }
}
