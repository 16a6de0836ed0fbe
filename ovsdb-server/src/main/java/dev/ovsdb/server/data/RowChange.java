package dev.ovsdb.server.data;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.DatumDelta;
import dev.ovsdb.protocol.schema.ColumnType;
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
 * @param known how one of its values came to be, so that a large one need not be compared; null if nobody knows
 */
public record RowChange(
        TableSchema table,
        UUID uuid,
        @Nullable RowImage before,
        @Nullable RowImage after,
        @Nullable DatumDelta known) {
    /** @throws IllegalArgumentException if the row was there neither before nor after */
    public RowChange {
        if (before == null && after == null) {
            throw new IllegalArgumentException("row " + uuid + " was there neither before nor after");
        }
    }

    /** A change of which nothing more is known. */
    public RowChange(TableSchema table, UUID uuid, @Nullable RowImage before, @Nullable RowImage after) {
        this(table, uuid, before, after, null);
    }

    public boolean isInsert() {
        return before == null;
    }

    public boolean isDelete() {
        return after == null;
    }

    /** How two values of one column, before and after this change, differ. */
    public DatumDelta delta(Datum old, Datum now) {
        return DatumDelta.between(old, now, known);
    }

    /** The diff of two values of one column of this type, before and after this change, as logs and monitors carry it. */
    public Datum diff(Datum old, Datum now, ColumnType type) {
        return type.isComposite() ? delta(old, now).toDiff(type) : now;
    }
}
