package dev.ovsdb.server.engine;

import dev.ovsdb.protocol.Row;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows this process puts and removes. Clients select and monitor it as any table, with conditions; what they
 * write is refused with {@code not allowed}. Its rows are never stored.
 *
 * <p>Thread-safe. Changes are transactions of the database: they take effect in the order in which they were handed over,
 * behind what clients asked before.
 */
public interface VirtualTable {
    String name();

    /**
     * Puts a row, or replaces it as a whole.
     *
     * @param row columns that are absent get their default
     * @return completes when the change is published; fails with {@link RefusedException} if it breaks a
     *     rule of the schema
     */
    default CompletableFuture<Void> put(UUID uuid, Row row) {
        return change(List.of(Change.put(uuid, row)));
    }

    /** Removes a row, if it is there. */
    default CompletableFuture<Void> remove(UUID uuid) {
        return change(List.of(Change.remove(uuid)));
    }

    /** Makes several changes in one transaction. */
    CompletableFuture<Void> change(List<Change> changes);

    /**
     * What becomes of one row.
     *
     * @param uuid the row
     * @param row how it is to be; null if it is to go
     */
    record Change(UUID uuid, @Nullable Row row) {
        public static Change put(UUID uuid, Row row) {
            return new Change(uuid, row);
        }

        public static Change remove(UUID uuid) {
            return new Change(uuid, null);
        }
    }
}
