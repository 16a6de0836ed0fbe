package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.connection.BodySource;
import dev.ovsdb.jsonrpc.connection.PieceSink;
import dev.ovsdb.server.ServerConnection;
import dev.ovsdb.server.ServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The order in which things leave a session: before each message the session's monitors are pulled to what is published, so
 * that it hears of its own changes before it hears that they were made (E25).
 *
 * <p>Messages come from the lane; all else is confined to the loop. While the connection's bytes pile up monitors are not
 * pulled for their own sake, and what they would have told is merged (E26). While a long reply is being made nothing behind it
 * is.
 */
final class ConnectionOutput implements SessionOutput {
    private final ServerConnection connection;
    private final Queue<Outgoing> handed = new ConcurrentLinkedQueue<>();
    private final List<SessionMonitor> monitors = new ArrayList<>();
    private boolean leaving;
    private boolean bodyUnderWay;
    private boolean ended;

    ConnectionOutput(ServerConnection connection) {
        this.connection = connection;
    }

    void hand(Outgoing message) {
        handed.add(message);
    }

    /** The connection has ended: what still leaves goes nowhere. */
    void end() {
        ended = true;
        monitors.clear();
        leave();
    }

    /** Lets all leave that may. */
    void leave() {
        if (leaving) { // Called by what leaves: what it wants done is done behind it.
            return;
        }
        leaving = true;
        try {
            leaveInOrder();
        } finally {
            leaving = false;
        }
    }

    private void leaveInOrder() {
        while (ended || !bodyUnderWay) {
            Outgoing next = handed.poll();
            if (next == null) {
                break;
            }
            pullMonitors();
            next.leave(this);
        }
        if (!bodyUnderWay && connection.isWritable()) {
            pullMonitors();
        }
    }

    /** Everything up to what is published by now. */
    private void pullMonitors() {
        for (int i = 0; i < monitors.size(); i++) {
            monitors.get(i).pull(this);
        }
    }

    @Override
    public void notify(String method, JsonBytes params) {
        connection.notify(method, params);
    }

    @Override
    public void reply(ServerRequest request, BodySource result) {
        bodyUnderWay = true;
        request.reply(new BodySource() {
            @Override
            public void next(PieceSink sink) {
                result.next(sink);
            }

            @Override
            public void close() {
                result.close();
                bodyUnderWay = false;
                leave();
            }
        });
    }

    @Override
    public void close(String reason) {
        connection.close(reason);
    }

    @Override
    public void add(SessionMonitor monitor) {
        if (!ended) {
            monitors.add(monitor);
        }
    }

    @Override
    public void remove(SessionMonitor monitor) {
        monitors.remove(monitor);
    }
}
