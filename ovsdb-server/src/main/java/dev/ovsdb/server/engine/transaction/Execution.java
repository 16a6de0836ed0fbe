package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.server.engine.store.TableStore;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of a transaction that was executed. */
public sealed interface Execution {
    /** It is done: committed to the head, or failed, or without any change. */
    record Done(TransactResult result) implements Execution {}

    /**
     * A {@code wait} is not satisfied; nothing of the transaction remains. It is to be executed again, from its first operation,
     * when a version changes one of the tables, and at the deadline.
     *
     * @param tables every table that an operation names up to the one that waits
     * @param deadline when to give up, counted from the arrival of the request; null for never
     */
    record Blocked(Set<TableStore> tables, @Nullable Duration deadline) implements Execution {}
}
