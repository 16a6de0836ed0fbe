package dev.ovsdb.protocol;

import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Differences of rows of one table: for each column that differs, the {@link DatumDiff} of its values. */
public final class RowDiff {
    private RowDiff() {}

    /**
     * The diff that turns one row into the other, which must have the same columns. Empty if they are equal.
     *
     * @throws IllegalArgumentException if one row has a column that the other lacks
     */
    public static Row between(Row before, Row after, TableSchema table) {
        RowLayout layout = table.layout();
        @Nullable Datum[] diff = new Datum[layout.size()];
        for (int i = 0; i < diff.length; i++) {
            String column = layout.names().get(i);
            Datum old = before.find(column);
            Datum now = after.find(column);
            if ((old == null) != (now == null)) {
                throw new IllegalArgumentException("only one of two rows to compare has column " + column);
            }
            if (old != null && now != null && !old.equals(now)) {
                diff[i] = DatumDiff.between(old, now, typeAt(table, i));
            }
        }
        return new Row(layout, diff);
    }

    /**
     * Applies a diff to a row. A column that the row lacks is taken to hold its default.
     *
     * @throws java.util.NoSuchElementException if the table lacks a column of the diff
     */
    public static RowDelta apply(Row row, Row diff, TableSchema table) {
        RowLayout layout = table.layout();
        @Nullable Datum[] after = new Datum[layout.size()];
        for (int i = 0; i < after.length; i++) {
            after[i] = row.layout() == layout
                    ? row.valueAt(i)
                    : row.find(layout.names().get(i));
        }
        Map<String, DatumDelta> changes = new LinkedHashMap<>();
        diff.forEach((column, change) -> {
            int index = table.requireColumnIndex(column);
            Datum old = after[index] == null ? typeAt(table, index).defaultDatum() : after[index];
            DatumDelta delta = DatumDiff.apply(old, change, typeAt(table, index));
            after[index] = delta.after();
            if (!delta.isEmpty()) {
                changes.put(column, delta);
            }
        });
        return new RowDelta(row, new Row(layout, after), changes);
    }

    private static ColumnType typeAt(TableSchema table, int index) {
        return table.columnAt(index).type();
    }
}
