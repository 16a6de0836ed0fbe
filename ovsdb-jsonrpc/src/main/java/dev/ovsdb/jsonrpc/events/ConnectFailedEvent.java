package dev.ovsdb.jsonrpc.events;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** An attempt to connect failed; lasts as long as the attempt. */
@Name("dev.ovsdb.ConnectFailed")
@Label("Connect Failed")
@Description("An attempt to connect failed; lasts as long as the attempt.")
@Category({"OVSDB", "Connections"})
@StackTrace(false)
public final class ConnectFailedEvent extends Event {
    @Label("Connection Method")
    @Nullable
    String method;

    @Label("Kind")
    @Nullable
    String kind;

    @Label("Reason")
    @Nullable
    String reason;

    private ConnectFailedEvent() {}

    /** An attempt begins. */
    static ConnectFailedEvent start() {
        ConnectFailedEvent event = new ConnectFailedEvent();
        event.begin();
        return event;
    }

    /** The attempt failed. An attempt that succeeded leaves no event. */
    public void failed(ConnectionMethod to, ConnectFailedException failure) {
        if (!shouldCommit()) return;
        method = to.toString();
        kind = failure.kind().name();
        reason = failure.getMessage();
        commit();
    }
}
