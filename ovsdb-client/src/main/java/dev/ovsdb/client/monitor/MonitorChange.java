package dev.ovsdb.client.monitor;

import dev.ovsdb.protocol.monitor.TableUpdates;

/**
 * One whole message of a monitor.
 *
 * @param message what it is about
 * @param updates its rows by table, in the order of the wire
 */
public record MonitorChange(MonitorMessage message, TableUpdates updates) {
    /** Whether these are the whole contents, and everything delivered before is void. */
    public boolean isContents() {
        return message.kind() == MonitorMessage.Kind.CONTENTS;
    }
}
