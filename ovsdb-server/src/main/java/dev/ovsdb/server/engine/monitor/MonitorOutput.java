package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.jsonrpc.JsonBytes;

/** Takes the updates of a monitor, in order. */
@FunctionalInterface
public interface MonitorOutput {
    /**
     * The next update.
     *
     * @param method {@code update}, {@code update2} or {@code update3}
     * @param params what the notification carries, the monitor's id first; bytes are shared with other sessions
     */
    void update(String method, JsonBytes params);
}
