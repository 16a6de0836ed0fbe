package dev.ovsdb.jsonrpc.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** A call took longer than the limit, or was not answered in time. */
@Name("dev.ovsdb.SlowCall")
@Label("Slow Call")
@Description("A call took longer than the limit, or was not answered in time.")
@Category({"OVSDB", "Connections"})
@StackTrace(false)
final class SlowCallEvent extends Event {
    @Label("Peer")
    @Nullable
    String peer;

    @Label("Method")
    @Nullable
    String method;

    @Label("Outcome")
    @Nullable
    String outcome;

    @Label("Elapsed")
    @Timespan(Timespan.NANOSECONDS)
    long elapsed;
}
