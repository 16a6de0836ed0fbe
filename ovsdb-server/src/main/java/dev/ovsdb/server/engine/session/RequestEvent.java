package dev.ovsdb.server.engine.session;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A request was executed in the engine's lane. Its duration is the time that it had the lane. */
@Name("dev.ovsdb.EngineRequest")
@Label("Engine Request")
@Description("A request was executed in the engine's lane.")
@Category({"OVSDB", "Engine"})
@StackTrace(false)
final class RequestEvent extends Event {
    @Label("Peer")
    @Nullable
    String peer;

    @Label("Method")
    @Nullable
    String method;

    @Label("Database")
    @Nullable
    String database;

    @Label("Error")
    @Nullable
    String error;

    /** One that begins now. */
    static RequestEvent start() {
        RequestEvent event = new RequestEvent();
        event.begin();
        return event;
    }

    /** Asks by an event that goes nowhere, which the compiler leaves out, so that nothing is made for nobody. */
    static boolean isWanted() {
        return new RequestEvent().isEnabled();
    }
}
