package dev.ovsdb.server.engine.session;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A monitor of a session, from its beginning to its end. */
@Name("dev.ovsdb.EngineMonitor")
@Label("Engine Monitor")
@Description("A monitor of a session, from its beginning to its end.")
@Category({"OVSDB", "Engine"})
@StackTrace(false)
final class MonitorEvent extends Event {
    @Label("Peer")
    @Nullable
    String peer;

    @Label("Database")
    @Nullable
    String database;

    @Label("Method")
    @Nullable
    String method;

    /** One of a monitor that begins now. */
    static MonitorEvent start(String peer) {
        MonitorEvent event = new MonitorEvent();
        event.peer = peer;
        event.begin();
        return event;
    }
}
