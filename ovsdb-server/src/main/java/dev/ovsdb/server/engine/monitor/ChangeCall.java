package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.check.RejectedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request for other conditions of a monitor, {@code monitor_cond_change}: read on the session's loop, executed on the lane.
 * Confined to one of them at a time.
 *
 * <p>Reading never fails: what is wrong is {@link #refusal}, whose order is the reference's: the number of params, the two ids,
 * then the conditions. Which tables are monitored only the lane knows for sure.
 */
public final class ChangeCall {
    private final MonitorParams params;
    private final JsonValue oldId;
    private final JsonValue newId;
    private @Nullable DatabaseSchema schema;
    private Map<String, RowCondition> conditions = Map.of();
    private @Nullable JsonValue unfounded;
    private @Nullable Set<String> monitored;
    private @Nullable MonitorKind kind;

    private ChangeCall(MonitorParams params) {
        this.params = params;
        this.oldId = params.value(0);
        this.newId = params.value(1);
    }

    /** @param monitors what the session knows of its own monitor of an id; null if it knows of none, or is not sure */
    public static ChangeCall read(JsonBytes params, Function<JsonValue, @Nullable Monitor> monitors) {
        ChangeCall call = new ChangeCall(MonitorParams.read(params));
        Monitor monitor = call.isWellFormed() ? monitors.apply(call.oldId) : null;
        if (monitor != null) {
            call.readBy(monitor);
        }
        return call;
    }

    private boolean isWellFormed() {
        return params.count() == 3;
    }

    /** Reads the conditions for this monitor, unless that is done. */
    private void readBy(Monitor monitor) {
        if (schema == monitor.schema()
                && kind == monitor.kind()
                && monitor.tables().equals(monitored)) {
            return;
        }
        schema = monitor.schema();
        monitored = monitor.tables();
        kind = monitor.kind();
        conditions = Map.of();
        unfounded = null;
        try {
            if (!params.isObject(2)) {
                throw RejectedException.plain(ErrorTag.SYNTAX_ERROR, "monitor-cond-change-requests must be object");
            }
            conditions = new LinkedHashMap<>(ChangeReader.read(params, 2, monitor));
        } catch (RejectedException e) {
            unfounded = e.toJson();
        }
    }

    /** The monitor that is to change. */
    public JsonValue oldId() {
        return oldId;
    }

    /** What its updates carry from now on. */
    public JsonValue newId() {
        return newId;
    }

    /**
     * The error with which the request is to be answered, or null.
     *
     * @param monitor the session's monitor of the old id, null if it has none
     * @param newIdTaken whether another monitor of the session has the new id
     */
    public @Nullable JsonValue refusal(@Nullable Monitor monitor, boolean newIdTaken) {
        if (!isWellFormed()) {
            return RejectedException.syntax(params.whole(), "invalid parameters")
                    .toJson();
        }
        if (monitor == null) {
            return RejectedException.syntax(oldId, "unknown monitor session").toJson();
        }
        if (newIdTaken && !newId.equals(oldId)) {
            return RejectedException.syntax(newId, "duplicate monitor ID").toJson();
        }
        readBy(monitor);
        return unfounded;
    }

    Map<String, RowCondition> conditions() {
        return conditions;
    }
}
