package dev.ovsdb.server.engine.session;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** The contents that a monitor began with were made, as fast as the peer took them. */
@Name("dev.ovsdb.MonitorContents")
@Label("Monitor Contents")
@Description("The contents that a monitor began with were made, as fast as the peer took them.")
@Category({"OVSDB", "Engine"})
@StackTrace(false)
final class MonitorContentsEvent extends Event {
    @Label("Peer")
    @Nullable
    String peer;

    @Label("Database")
    @Nullable
    String database;

    @Label("Method")
    @Nullable
    String method;

    @Label("Size")
    @DataAmount
    long bytes;

    @Label("Complete")
    @Description("False if the session ended first, or making them failed")
    boolean complete;

    /** Asks by an event that goes nowhere, which the compiler leaves out, so that nothing is made for nobody. */
    static boolean isWanted() {
        return new MonitorContentsEvent().isEnabled();
    }
}
