package dev.ovsdb.client.monitor;

import dev.ovsdb.protocol.monitor.RowUpdate;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Receives the contents and the changes of a monitor, row by row as they are read, so that memory is bounded by the
 * largest row and not by the message.
 *
 * <p>Called on the session's event loop, in wire order. Each message is one {@link #onBegin}, its rows, and one
 * {@link #onEnd}; when the connection breaks in the middle, {@link #onAborted} comes in place of the end and the rows since
 * the last {@code onBegin} are only part of a message. What a listener throws is logged, counts as an abort of this
 * monitor only, and ends the monitor: its user has lost step.
 *
 * <p>{@link MonitorListener#of} makes a listener that gets each message whole.
 */
public interface MonitorListener {
    /** A message begins. */
    default void onBegin(MonitorMessage message) {}

    /** One row of the message that began last. */
    void onRow(String table, UUID row, RowUpdate update);

    /** The message is complete: the rows since {@link #onBegin} form one step. */
    default void onEnd(MonitorMessage message) {}

    /** The message that began last will not be completed. */
    default void onAborted(MonitorMessage message) {}

    /**
     * The server does not serve the monitor for now: the connection is lost, or the database was converted or removed. What
     * was delivered stands still. A message of kind {@link MonitorMessage.Kind#CONTENTS} or
     * {@link MonitorMessage.Kind#RESUMED} follows when it is served again.
     *
     * @param cause what happened, or null if the server cancelled the monitor ({@code monitor_canceled})
     */
    default void onSuspended(@Nullable Throwable cause) {}

    /**
     * The server refused the monitor when it was asked for again, for instance because a converted schema has not got its
     * columns. The session asks again later.
     */
    default void onRefused(Throwable cause) {}

    /**
     * The monitor is over, and nothing else follows. Not called for a monitor that ended before it was ever asked for: the
     * future of {@code monitor} tells that.
     *
     * @param cause null after {@link Monitor#cancel()}, else what ended it
     */
    default void onEnded(@Nullable Throwable cause) {}

    /** A listener that gets each message as one value. The whole message is held in memory. */
    static MonitorListener of(Consumer<MonitorChange> consumer) {
        return new CollectingListener(consumer);
    }
}
