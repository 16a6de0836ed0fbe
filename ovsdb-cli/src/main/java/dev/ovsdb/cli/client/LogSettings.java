package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.console.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code -v} and {@code --log-file} in terms of the logging library, which reads its settings when the first logger is made:
 * after the command line was read.
 */
final class LogSettings {
    private static final String LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";
    private static final String MODULE_LEVEL = "org.slf4j.simpleLogger.log.dev.ovsdb.";
    private static final String FILE = "org.slf4j.simpleLogger.logFile";
    private static final List<String> LEVELS = List.of("off", "emer", "err", "warn", "info", "dbg");
    private static final List<String> DESTINATIONS = List.of("console", "file", "syslog");
    private static final List<String> FACILITIES = List.of(
            ("kern user mail daemon auth syslog lpr news uucp clock ftp ntp audit alert clock2 local0 local1 local2 local3"
                            + " local4 local5 local6 local7")
                    .split(" "));
    /** The reference's modules that mean something to a client; only {@code jsonrpc} has a level of its own here. */
    private static final Set<String> MODULES = new HashSet<>(List.of(
            ("backtrace command_line coverage daemon daemon_unix dns_resolve entropy fatal_signal jsonrpc memory"
                            + " ovsdb_client ovsdb_error ovsdb_log poll_loop process reconnect socket_util stream stream_fd"
                            + " stream_replay stream_ssl stream_tcp stream_unix svec timeval unixctl util vlog")
                    .split(" ")));

    private static final Pattern PATTERN = Pattern.compile("PATTERN:([^:]*):.*", Pattern.DOTALL);

    private LogSettings() {}

    /** @throws CommandException if the specification names something unknown, in the reference's words */
    static void apply(Console console, String specification) {
        if (specification.startsWith("PATTERN:")) {
            checkPattern(specification);
        } else if (specification.startsWith("FACILITY:")) {
            checkFacility(specification);
        } else {
            applyWords(console, specification);
        }
    }

    private static void checkPattern(String specification) {
        var matcher = PATTERN.matcher(specification);
        String destination = matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
        if (!destination.equals("any") && !DESTINATIONS.contains(destination)) {
            throw bad(specification, "unknown destination \"" + destination + "\"");
        }
    }

    private static void checkFacility(String specification) {
        if (!FACILITIES.contains(specification.substring("FACILITY:".length()).toLowerCase(Locale.ROOT))) {
            throw bad(specification, "invalid facility");
        }
    }

    private static void applyWords(Console console, String specification) {
        Optional<String> level = Optional.empty();
        Optional<String> module = Optional.empty();
        Optional<String> destination = Optional.empty();
        for (String word : specification.split("[ :,]+")) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (LEVELS.contains(lower)) {
                level = Optional.of(lower);
            } else if (DESTINATIONS.contains(lower)) {
                destination = Optional.of(lower);
            } else if (MODULES.contains(lower.replace('-', '_'))) {
                module = Optional.of(lower);
            } else if (!lower.isEmpty() && !lower.equals("any")) {
                throw bad(specification, "no destination, level, or module \"" + word + "\"");
            }
        }
        if (!destination.equals(Optional.of("syslog"))) {
            set(console, level.orElse("dbg"), module);
        }
    }

    private static void set(Console console, String level, Optional<String> module) {
        if (module.isPresent()) {
            System.setProperty(MODULE_LEVEL + module.get(), libraryLevel(level));
            return;
        }
        System.setProperty(LEVEL, libraryLevel(level));
        if (LEVELS.indexOf(level) < LEVELS.indexOf("warn")) {
            console.log().silence();
        }
    }

    private static String libraryLevel(String level) {
        return switch (level) {
            case "dbg" -> "debug";
            case "emer", "err" -> "error";
            default -> level;
        };
    }

    static void file(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CommandException("failed to open " + file + " for logging: No such file or directory");
        }
        System.setProperty(FILE, file.toString());
    }

    static void checkSyslogMethod(String method) {
        if (!method.equals("libc")
                && !method.equals("null")
                && !method.startsWith("unix:")
                && !method.startsWith("udp:")) {
            throw new CommandException("unsupported syslog method '" + method + "'");
        }
    }

    private static CommandException bad(String specification, String reason) {
        return new CommandException("processing \"" + specification + "\": " + reason);
    }
}
