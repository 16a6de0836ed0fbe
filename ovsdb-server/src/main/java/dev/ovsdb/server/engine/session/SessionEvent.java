package dev.ovsdb.server.engine.session;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A session of the engine, from its beginning to its end. */
@Name("dev.ovsdb.EngineSession")
@Label("Engine Session")
@Description("A session of the engine, from its beginning to its end.")
@Category({"OVSDB", "Engine"})
@StackTrace(false)
final class SessionEvent extends Event {
    @Label("Peer")
    @Nullable
    String peer;

    @Label("Role")
    @Nullable
    String role;

    /** One that begins now. */
    static SessionEvent start() {
        SessionEvent event = new SessionEvent();
        event.begin();
        return event;
    }
}
