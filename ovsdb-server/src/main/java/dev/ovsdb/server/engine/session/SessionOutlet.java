package dev.ovsdb.server.engine.session;

import dev.ovsdb.server.engine.lane.Outlet;

/** The way of a session's messages from the lane to its loop. */
interface SessionOutlet extends Outlet {
    /** One more message, behind those before it. Lane; sent when the outlet is woken. */
    void hand(Outgoing message);

    /** Ends the connection at once, past all that waits for the peer. Lane. */
    void abort(String reason);

    /** Whether too much waits for all peers. Any thread. */
    boolean isBacklogFull();

    /** All messages of a batch were executed: the next may come. Lane; the outlet is woken besides. */
    void batchExecuted();
}
