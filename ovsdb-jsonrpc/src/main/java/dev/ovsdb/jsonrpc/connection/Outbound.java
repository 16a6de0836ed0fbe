package dev.ovsdb.jsonrpc.connection;

import org.jspecify.annotations.Nullable;

/** Something that waits to be written, linked into the outbound queue while it does. */
abstract class Outbound {
    @Nullable
    Outbound next; // Of the queue alone.

    /** About how many bytes it will be on the wire, for the limits. */
    abstract long size();

    /** Whether it puts bytes on the wire, and so has to wait for a body that is under way. */
    boolean hasBytes() {
        return true;
    }

    /** Writes it. On the event loop, in queue order. */
    abstract void write(LoopConnection connection, WriteBatch batch);

    /** It will never be written, since the connection has ended. */
    void refuse(LoopConnection connection) {}
}
