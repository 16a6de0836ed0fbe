package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.monitor.Monitor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The monitors of one session by their ids, which are unique among them. Confined to the lane, but for what says otherwise. */
final class SessionMonitors {
    private final LaneSession session;
    private final Map<JsonValue, SessionMonitor> byId = new LinkedHashMap<>();
    private final Map<JsonValue, Monitor> known = new ConcurrentHashMap<>(); // Never iterated.

    SessionMonitors(LaneSession session) {
        this.session = session;
    }

    /** What is known of a monitor; requests behind others that are under way may find another there. Any thread. */
    @Nullable
    Monitor glance(JsonValue id) {
        return known.get(id);
    }

    @Nullable
    SessionMonitor find(JsonValue id) {
        return byId.get(id);
    }

    boolean has(JsonValue id) {
        return byId.containsKey(id);
    }

    int count() {
        return byId.size();
    }

    void add(JsonValue id, SessionMonitor monitor) {
        byId.put(id, monitor);
        known.put(id, monitor.monitor());
        monitor.database().watchers().add(session.outlet());
        tellCount(monitor.database());
    }

    /** It is called otherwise from now on. */
    void rename(JsonValue oldId, JsonValue newId) {
        SessionMonitor monitor = byId.remove(oldId);
        known.remove(oldId);
        if (monitor != null) {
            byId.put(newId, monitor);
            known.put(newId, monitor.monitor());
        }
    }

    /**
     * Forgets a monitor. It may still be pulled on the session's loop: {@link SessionMonitor#close} is left to the message that
     * takes it from there.
     */
    @Nullable
    SessionMonitor remove(JsonValue id) {
        SessionMonitor monitor = byId.remove(id);
        known.remove(id);
        if (monitor != null) {
            monitor.database().watchers().remove(session.outlet());
            tellCount(monitor.database());
        }
        return monitor;
    }

    /** The session has ended, and pulls nothing any more. */
    void closeAll() {
        for (JsonValue id : List.copyOf(byId.keySet())) {
            SessionMonitor monitor = remove(id);
            if (monitor != null) {
                monitor.close();
            }
        }
    }

    /** Ends the monitors of a database that goes or changes, and tells the client if it would understand (E42). */
    void cancel(ServedDatabase database) {
        for (Map.Entry<JsonValue, SessionMonitor> entry : List.copyOf(byId.entrySet())) {
            if (entry.getValue().database() == database) {
                SessionMonitor monitor = entry.getValue();
                JsonValue id = entry.getKey();
                session.tellCanceled(id, monitor);
                remove(id);
            }
        }
    }

    private void tellCount(ServedDatabase database) {
        session.engine()
                .listener()
                .monitors(database.name(), database.watchers().count());
    }
}
