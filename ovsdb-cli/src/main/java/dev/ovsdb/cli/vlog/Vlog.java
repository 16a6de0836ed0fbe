package dev.ovsdb.cli.vlog;

import dev.ovsdb.cli.console.SystemErrors;
import dev.ovsdb.jsonrpc.time.Clock;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The log of one program: who may say how much, where, and in which form. */
public final class Vlog {
    private static final AtomicReference<@Nullable Vlog> PROCESS = new AtomicReference<>();

    private final String program;
    private final PrintStream console;
    private final Clock clock;
    private final Levels levels;
    private final Map<Destination, LogPattern> patterns = new EnumMap<>(Destination.class); // Guarded by this.
    private @Nullable LogFile file; // Guarded by this.
    private long written; // Guarded by this.
    private final Instant start;

    /**
     * Begins to log, to the console alone.
     *
     * @param modules the modules whose levels are listed; others have those that were last set for all
     * @param console what {@link Destination#CONSOLE} is
     */
    public Vlog(String program, List<String> modules, PrintStream console, Clock clock) {
        this.program = program;
        this.levels = new Levels(modules);
        this.console = console;
        this.clock = clock;
        this.start = clock.now();
        for (Destination destination : Destination.values()) {
            patterns.put(destination, new LogPattern(destination.defaultPattern()));
        }
    }

    /** The log of this process; until one is chosen, warnings go to standard error. */
    public static Vlog ofProcess() {
        Vlog chosen = PROCESS.get();
        if (chosen != null) {
            return chosen;
        }
        Vlog quiet = new Vlog("ovsdb", List.of(), System.err, Clock.system());
        quiet.apply(LogSpec.parse("console:warn", List.of()));
        PROCESS.compareAndSet(null, quiet);
        return ofProcess();
    }

    /** Makes this the one that libraries log to. */
    public Vlog useForProcess() {
        PROCESS.set(this);
        return this;
    }

    public synchronized void apply(LogSpec spec) {
        if (spec instanceof LogSpec.Level level) {
            levels.set(level);
        } else if (spec instanceof LogSpec.Pattern pattern) {
            for (Destination destination : Destination.values()) {
                if (pattern.isFor(destination)) {
                    patterns.put(destination, new LogPattern(pattern.pattern()));
                }
            }
        }
    }

    public boolean isEnabled(String module, LogLevel level) {
        return levels.isEnabled(module, level);
    }

    public void info(String module, String text) {
        log(module, LogLevel.INFO, text);
    }

    public void warn(String module, String text) {
        log(module, LogLevel.WARN, text);
    }

    public void error(String module, String text) {
        log(module, LogLevel.ERR, text);
    }

    /** Tells each destination whose level for this module includes this one. */
    public void log(String module, LogLevel level, String text) {
        if (!isEnabled(module, level)) {
            return;
        }
        Instant now = clock.now();
        synchronized (this) {
            long sinceStart = now.toEpochMilli() - start.toEpochMilli();
            write(new LogMessage(program, ++written, now, sinceStart, module, level, text));
        }
    }

    private void write(LogMessage message) {
        if (levels.of(message.module(), Destination.CONSOLE).includes(message.level())) {
            console.print(format(Destination.CONSOLE, message));
            console.flush();
        }
        if (file != null && levels.of(message.module(), Destination.FILE).includes(message.level())) {
            file.write(format(Destination.FILE, message));
        }
    }

    private String format(Destination destination, LogMessage message) {
        LogPattern pattern = patterns.getOrDefault(destination, new LogPattern(destination.defaultPattern()));
        return pattern.format(message) + "\n";
    }

    /**
     * Logs to this file too, at its end.
     *
     * @return null, or why it cannot be opened, in the system's words; this is also logged
     */
    public @Nullable String openFile(Path path) {
        synchronized (this) {
            closeFile();
            file = new LogFile(path);
        }
        levels.fileIsOpen();
        return reopenFile();
    }

    /** Opens the file anew, as after somebody moved it; as {@link #openFile}. Without a file it says so. */
    public @Nullable String reopenFile() {
        LogFile reopened;
        synchronized (this) {
            reopened = file;
        }
        if (reopened == null) {
            return "Logging to file not configured";
        }
        try {
            if (reopened.isOpen()) {
                info("vlog", "closing log file");
            }
            reopened.open();
        } catch (IOException e) {
            String reason = SystemErrors.of(e);
            warn("vlog", "failed to open " + reopened.path() + " for logging: " + reason);
            return reason;
        }
        info("vlog", "opened log file " + reopened.path());
        return null;
    }

    /** Stops logging to the file until it is reopened. */
    public synchronized void closeFile() {
        if (file != null) {
            file.close();
        }
    }

    /** What {@code vlog/list} prints. */
    public String describeLevels() {
        return levels.describe();
    }

    /** What {@code vlog/list-pattern} prints. */
    public synchronized String describePatterns() {
        StringBuilder out = new StringBuilder();
        out.append("         prefix                            format\n");
        out.append("         ------                            ------\n");
        for (Destination destination : List.of(Destination.SYSLOG, Destination.CONSOLE, Destination.FILE)) {
            LogPattern pattern = patterns.getOrDefault(destination, new LogPattern(destination.defaultPattern()));
            out.append(String.format("%-7s  %-32s  %s\n", destination, destination.prefix(), pattern.text()));
        }
        return out.toString();
    }
}
