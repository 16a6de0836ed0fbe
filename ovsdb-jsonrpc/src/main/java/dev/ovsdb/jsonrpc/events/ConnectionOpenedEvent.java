package dev.ovsdb.jsonrpc.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** Messages begin to flow on a connection. */
@Name("dev.ovsdb.ConnectionOpened")
@Label("Connection Opened")
@Description("Messages begin to flow on a connection.")
@Category({"OVSDB", "Connections"})
@StackTrace(false)
final class ConnectionOpenedEvent extends Event {
    @Label("Peer")
    @Nullable
    String peer;

    @Label("Local Address")
    @Nullable
    String localAddress;

    @Label("Protocol")
    @Description("TLS version, if it is TLS")
    @Nullable
    String protocol;
}
