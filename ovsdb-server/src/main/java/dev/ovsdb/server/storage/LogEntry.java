package dev.ovsdb.server.storage;

import dev.ovsdb.server.data.RowChange;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One committed transaction, as a log keeps it: decided by the one that executed it, applied without executing it again.
 *
 * @param version the database's version that it makes
 * @param transactionId the id by which {@code monitor_cond_since} finds it; kept by clusters only
 * @param changes the net changes of rows, each row at most once
 * @param date when it was committed
 * @param comment what its {@code comment} operations said, each on a line of its own; null if there was none
 */
public record LogEntry(
        long version,
        UUID transactionId,
        List<RowChange> changes,
        Instant date,
        @Nullable String comment) {
    public LogEntry {
        changes = List.copyOf(changes);
    }
}
