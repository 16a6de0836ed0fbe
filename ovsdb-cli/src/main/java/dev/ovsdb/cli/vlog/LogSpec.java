package dev.ovsdb.cli.vlog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * What {@code -v} and {@code vlog/set} ask for: a level for a module and a destination, each of them all where not named; or
 * another pattern; or a facility, which has no effect.
 */
public sealed interface LogSpec {
    /**
     * Another level.
     *
     * @param module empty for all
     * @param destination empty for all
     */
    record Level(Optional<String> module, Optional<Destination> destination, LogLevel level) implements LogSpec {
        /** Whether it is about what goes to standard error. */
        public boolean isForConsole() {
            return destination.isEmpty() || destination.get() == Destination.CONSOLE;
        }

        boolean isFor(String aModule) {
            return module.isEmpty() || module.get().equals(aModule);
        }

        boolean isFor(Destination aDestination) {
            return destination.isEmpty() || destination.get() == aDestination;
        }
    }

    /**
     * Another pattern.
     *
     * @param destination empty for all
     */
    record Pattern(Optional<Destination> destination, String pattern) implements LogSpec {
        boolean isFor(Destination aDestination) {
            return destination.isEmpty() || destination.get() == aDestination;
        }
    }

    /** Where syslog is to file messages. */
    record Facility(String name) implements LogSpec {}

    /**
     * Reads it.
     *
     * @param modules the modules there are
     * @throws IllegalArgumentException if it names something unknown, or one thing twice; the message is the reference's
     */
    static LogSpec parse(String text, List<String> modules) {
        StringTokenizer words = new StringTokenizer(text, " ,:\t");
        String first = words.hasMoreTokens() ? words.nextToken() : "";
        if (first.equalsIgnoreCase("PATTERN")) {
            return pattern(rest(text, first));
        } else if (first.equalsIgnoreCase("FACILITY")) {
            return facility(rest(text, first));
        }
        return level(text, modules);
    }

    private static String rest(String text, String word) {
        int from = text.indexOf(word) + word.length() + 1;
        return from > text.length() ? "" : text.substring(from);
    }

    private static LogSpec pattern(String rest) {
        int colon = rest.indexOf(':');
        String destination = colon < 0 ? rest : rest.substring(0, colon);
        String pattern = colon < 0 ? "" : rest.substring(colon + 1);
        if (destination.isEmpty()) {
            throw new IllegalArgumentException("missing destination");
        } else if (destination.equalsIgnoreCase("ANY")) {
            return new Pattern(Optional.empty(), pattern);
        }
        Destination named = Destination.named(destination)
                .orElseThrow(() -> new IllegalArgumentException("unknown destination \"" + destination + "\""));
        return new Pattern(Optional.of(named), pattern);
    }

    private static LogSpec facility(String name) {
        if (!Facilities.NAMES.contains(name)) {
            throw new IllegalArgumentException("invalid facility");
        }
        return new Facility(name);
    }

    private static LogSpec level(String text, List<String> modules) {
        String module = null;
        Destination destination = null;
        LogLevel level = null;
        for (StringTokenizer words = new StringTokenizer(text, " ,:\t"); words.hasMoreTokens(); ) {
            String word = words.nextToken();
            Optional<Destination> aDestination = Destination.named(word);
            Optional<LogLevel> aLevel = LogLevel.named(word);
            if (word.equalsIgnoreCase("ANY")) {
                continue;
            } else if (aDestination.isPresent()) {
                destination = once(destination, aDestination.get(), "destinations");
            } else if (aLevel.isPresent()) {
                level = once(level, aLevel.get(), "levels");
            } else if (modules.contains(word.toLowerCase(Locale.ROOT))) {
                module = once(module, word.toLowerCase(Locale.ROOT), "modules");
            } else {
                throw new IllegalArgumentException("no destination, level, or module \"" + word + "\"");
            }
        }
        return new Level(
                Optional.ofNullable(module), Optional.ofNullable(destination), level == null ? LogLevel.DBG : level);
    }

    private static <T> T once(@Nullable T before, T now, String many) {
        if (before != null) {
            throw new IllegalArgumentException("cannot specify multiple " + many);
        }
        return now;
    }

    /** Syslog's facilities. */
    final class Facilities {
        static final List<String> NAMES = List.of(
                ("kern user mail daemon auth syslog lpr news uucp clock ftp ntp audit alert clock2 local0 local1 local2"
                                + " local3 local4 local5 local6 local7")
                        .split(" "));

        private Facilities() {}
    }
}
