package dev.ovsdb.cli.vlog;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** An SLF4J logger that writes as one of the log's modules. */
final class VlogLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    private final String module;
    private final LogLevel info; // What this logger's "info" is.

    VlogLogger(String name) {
        this.name = name;
        this.module = Modules.ofLogger(name);
        this.info = Modules.isTransport(name) ? LogLevel.DBG : LogLevel.INFO;
    }

    @Override
    public boolean isTraceEnabled() {
        return false; // What libraries trace is more than vlog's finest level is meant for.
    }

    @Override
    public boolean isDebugEnabled() {
        return Vlog.ofProcess().isEnabled(module, LogLevel.DBG);
    }

    @Override
    public boolean isInfoEnabled() {
        return Vlog.ofProcess().isEnabled(module, info);
    }

    @Override
    public boolean isWarnEnabled() {
        return Vlog.ofProcess().isEnabled(module, LogLevel.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return Vlog.ofProcess().isEnabled(module, LogLevel.ERR);
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
        LogLevel as = level(level);
        Vlog log = Vlog.ofProcess();
        String text = MessageFormatter.basicArrayFormat(pattern, arguments);
        log.log(module, as, failure == null ? text : text + ": " + failure);
        if (failure != null && (as == LogLevel.ERR || log.isEnabled(module, LogLevel.DBG))) {
            trace(failure).lines().skip(1).forEach(line -> log.log(module, as, line.strip()));
        }
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private LogLevel level(Level level) {
        return switch (level) {
            case ERROR -> LogLevel.ERR;
            case WARN -> LogLevel.WARN;
            case INFO -> info;
            case DEBUG, TRACE -> LogLevel.DBG;
        };
    }
}
