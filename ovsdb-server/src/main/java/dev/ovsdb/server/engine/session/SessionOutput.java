package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.connection.BodySource;
import dev.ovsdb.server.ServerRequest;

/** What a message may do on its way out of a session. Confined to the session's loop. */
interface SessionOutput {
    void notify(String method, JsonBytes params);

    /** Answers with a result that is made piece by piece; what is behind it waits for its end. */
    void reply(ServerRequest request, BodySource result);

    /** Ends the connection, behind what was sent. */
    void close(String reason);

    /** From now on the monitor is pulled. */
    void add(SessionMonitor monitor);

    /** From now on the monitor is not pulled any more. */
    void remove(SessionMonitor monitor);
}
