package dev.ovsdb.protocol.monitor;

import java.util.UUID;

/** Takes updates row by row, in the order in which they stand in the message. */
@FunctionalInterface
public interface RowUpdateSink {
    /** What stands before the rows. Called once, before the first row. */
    default void begin(UpdatesHeader header) {}

    void row(String table, UUID uuid, RowUpdate update);

    /** The message was whole; nothing follows. */
    default void end() {}
}
