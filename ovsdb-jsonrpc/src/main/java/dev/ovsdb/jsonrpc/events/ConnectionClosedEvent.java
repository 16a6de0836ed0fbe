package dev.ovsdb.jsonrpc.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A connection has ended. */
@Name("dev.ovsdb.ConnectionClosed")
@Label("Connection Closed")
@Description("A connection has ended.")
@Category({"OVSDB", "Connections"})
@StackTrace(false)
final class ConnectionClosedEvent extends Event {
    @Label("Peer")
    @Nullable
    String peer;

    @Label("Cause")
    @Description("Empty for an orderly end")
    @Nullable
    String cause;
}
