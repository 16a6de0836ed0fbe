package dev.ovsdb.client.conversation;

import dev.ovsdb.protocol.monitor.UpdatesHeader;

/**
 * The answer to a request for a monitor, after its rows have gone to the target.
 *
 * @param header what stood before the rows
 * @param read whether the rows were read; if not, the schema came after them and they were passed over
 */
public record MonitorReply(UpdatesHeader header, boolean read) {}
