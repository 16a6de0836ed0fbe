package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.rights.RowRights;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the executor has to know of the one who asks, and of when. Used in the lane, during the execution only. */
public interface TransactionContext {
    /** Whether the remote, or the server, lets nobody write. */
    boolean readOnly();

    /** Whether the session owns this lock just now: what {@code assert} asks. */
    boolean ownsLock(String lock);

    /** What the session may change; null if that is everything. */
    @Nullable
    RowRights rights();

    /** The time since the request arrived, which is how long a {@code wait} of it has lasted. */
    Duration elapsed();

    /** Whether only the process itself writes this table's rows, so that a client's writes are refused. */
    default boolean isVirtual(TableSchema table) {
        return false;
    }

    /** Whether enough results were written for the session in one go: the rest is left to when they leave. */
    default boolean resultsPileUp() {
        return false;
    }

    /** Whether too much waits for all clients together: next to nothing is made before it can leave. */
    default boolean isBacklogFull() {
        return false;
    }

    /** Whether a database whose name begins with an underscore may be written: by the server itself only. */
    default boolean mayWriteReserved() {
        return false;
    }
}
