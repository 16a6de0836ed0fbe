package dev.ovsdb.server.data;

import dev.ovsdb.protocol.schema.TableSchema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row between two versions of its database.
 *
 * @param table the row's table
 * @param uuid the row
 * @param before how it was, null if it was not there
 * @param after how it is, null if it is gone; never null when {@code before} is
 */
public record RowChange(
        TableSchema table,
        UUID uuid,
        @Nullable RowImage before,
        @Nullable RowImage after) {
    /** @throws IllegalArgumentException if the row was there neither before nor after */
    public RowChange {
        if (before == null && after == null) {
            throw new IllegalArgumentException("row " + uuid + " was there neither before nor after");
        }
    }

    public boolean isInsert() {
        return before == null;
    }

    public boolean isDelete() {
        return after == null;
    }
}
