package dev.ovsdb.server.engine.lane;

import dev.ovsdb.jsonrpc.transport.EventLoop;

/** The way out of the lane, to one who works on a loop. */
public interface Outlet {
    EventLoop loop();

    /** Notes that there is something to deliver; any thread. False if that was noted already, and not yet done. */
    boolean becomesDue();

    /** Delivers what there is. On the loop. */
    void deliver();
}
