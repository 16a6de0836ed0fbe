package dev.ovsdb.client.conversation;

import dev.ovsdb.protocol.monitor.RowUpdate;
import dev.ovsdb.protocol.monitor.UpdateSchema;
import dev.ovsdb.protocol.monitor.UpdatesHeader;
import java.util.UUID;

/**
 * Who hears of one monitor on a conversation. Called on the event loop, in wire order; must not throw.
 *
 * <p>A message is {@code begin}, its rows, and {@code end} or {@code aborted}.
 */
public interface MonitorTarget {
    /** How rows are read: null if that is not known yet, and the message cannot be read. */
    @org.jspecify.annotations.Nullable
    UpdateSchema schema();

    /** A message begins. {@code reply} tells the answer to the request from a notification. */
    void begin(UpdatesHeader header, boolean reply);

    void row(String table, UUID uuid, RowUpdate update);

    void end();

    /** The message that began will not be completed. */
    void aborted(Throwable cause);

    /** {@code monitor_canceled} came: the monitor is no more. */
    void canceled(Conversation conversation);
}
