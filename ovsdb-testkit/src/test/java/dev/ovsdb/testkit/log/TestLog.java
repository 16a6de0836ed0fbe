package dev.ovsdb.testkit.log;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * What SLF4J logs to: the standard error output, but for the threads that {@link #listen} themselves. Warnings and errors, or what {@code
 * -Dlevel=} says. Thread-safe.
 */
public final class TestLog implements SLF4JServiceProvider {
    private static final Level LEVEL =
            Level.valueOf(System.getProperty("level", "warn").toUpperCase(Locale.ROOT));
    private static final String REAPER = "org.testcontainers.utility.ResourceReaper";
    private static final ThreadLocal<@Nullable Consumer<LogLine>> LISTENER = new ThreadLocal<>();

    private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();

    /** From now on what this thread logs goes to the listener alone. */
    public static void listen(Consumer<LogLine> listener) {
        LISTENER.set(listener);
    }

    /** Ends what {@link #listen} began. */
    public static void listenNoMore() {
        LISTENER.remove();
    }

    private static void log(LogLine line) {
        Consumer<LogLine> listener = LISTENER.get();
        if (listener != null) {
            listener.accept(line);
            return;
        }
        synchronized (TestLog.class) { // A failure's trace in one piece.
            System.err.println("[" + Thread.currentThread().getName() + "] " + line);
            if (line.failure() != null) {
                line.failure().printStackTrace(System.err);
            }
        }
    }

    private static final class PrintingLogger extends LegacyAbstractLogger {
        private static final long serialVersionUID = 1L;

        private final Level least;

        PrintingLogger(String name) {
            this.name = name;
            this.least = name.equals(REAPER)
                    ? Level.ERROR
                    : LEVEL; // It warns each time it is off, as ci/docker-engine has it.
        }

        private boolean isEnabled(Level level) {
            return level.toInt() >= least.toInt();
        }

        @Override
        public boolean isTraceEnabled() {
            return isEnabled(Level.TRACE);
        }

        @Override
        public boolean isDebugEnabled() {
            return isEnabled(Level.DEBUG);
        }

        @Override
        public boolean isInfoEnabled() {
            return isEnabled(Level.INFO);
        }

        @Override
        public boolean isWarnEnabled() {
            return isEnabled(Level.WARN);
        }

        @Override
        public boolean isErrorEnabled() {
            return isEnabled(Level.ERROR);
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String pattern,
                Object @Nullable [] arguments,
                @Nullable Throwable failure) {
            log(new LogLine(level, name, MessageFormatter.basicArrayFormat(pattern, arguments), failure));
        }
    }

    // ---- What SLF4J asks for.

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> loggers.computeIfAbsent(name, PrintingLogger::new);
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        // Nothing to be made before the first logger.
    }
}
