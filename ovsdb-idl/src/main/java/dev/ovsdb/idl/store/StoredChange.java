package dev.ovsdb.idl.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one version did to one row.
 *
 * @param table its table
 * @param before null if the row is new
 * @param after null if it is gone
 * @param columns those that changed and are not silent, if there is both a before and an after
 */
public record StoredChange(
        StoredTable table,
        @Nullable RowImage before,
        @Nullable RowImage after,
        List<String> columns) {
    public StoredChange {
        columns = List.copyOf(columns);
    }

    StoredRow row() {
        RowImage image = before == null ? after : before;
        if (image == null) {
            throw new IllegalStateException("a change of a row of " + table.name() + " that never was");
        }
        return image.row();
    }

    /** Whether anybody wants to hear of it. */
    public boolean isTold() {
        return before == null || after == null || !columns.isEmpty();
    }
}
