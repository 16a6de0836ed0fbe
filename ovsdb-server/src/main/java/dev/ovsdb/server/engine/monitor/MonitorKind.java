package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.monitor.UpdateNotation;
import java.util.Optional;

/** The three methods that begin a monitor. */
public enum MonitorKind {
    /** RFC 7047's own: whole rows, no conditions. */
    MONITOR("monitor", "update", UpdateNotation.V1),
    /** With conditions; updates are differences. */
    MONITOR_COND("monitor_cond", "update2", UpdateNotation.V2),
    /** As before, and each update tells the transaction up to which it goes, from which a later monitor may go on. */
    MONITOR_COND_SINCE("monitor_cond_since", "update3", UpdateNotation.V2);

    private final String method;
    private final String updateMethod;
    private final UpdateNotation notation;

    MonitorKind(String method, String updateMethod, UpdateNotation notation) {
        this.method = method;
        this.updateMethod = updateMethod;
        this.notation = notation;
    }

    /** The kind that a method begins, if it begins any. */
    public static Optional<MonitorKind> of(String method) {
        return switch (method) {
            case "monitor" -> Optional.of(MONITOR);
            case "monitor_cond" -> Optional.of(MONITOR_COND);
            case "monitor_cond_since" -> Optional.of(MONITOR_COND_SINCE);
            default -> Optional.empty();
        };
    }

    /** The method's name. */
    public String method() {
        return method;
    }

    /** The notification that carries its updates. */
    public String updateMethod() {
        return updateMethod;
    }

    /** How updates are written. */
    public UpdateNotation notation() {
        return notation;
    }

    boolean hasConditions() {
        return this != MONITOR;
    }

    boolean tellsTransactions() {
        return this == MONITOR_COND_SINCE;
    }
}
