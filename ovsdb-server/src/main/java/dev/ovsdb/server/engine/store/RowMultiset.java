package dev.ovsdb.server.engine.store;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows, each counted. For the sources of weak references: one row may be referred to by a hundred thousand others, and most
 * rows by none. Open addressing; in a slot that a row left, the ones behind move up.
 */
final class RowMultiset {
    private @Nullable TableRow[] rows = new TableRow[4];
    private int[] counts = new int[4];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** How many different rows. */
    int size() {
        return size;
    }

    void add(TableRow row) {
        int slot = slotOf(row);
        if (rows[slot] != null) {
            counts[slot]++;
            return;
        }
        rows[slot] = row;
        counts[slot] = 1;
        if (++size * 4 > rows.length * 3) {
            grow();
        }
    }

    /** Takes it out once; false if it is not in here. */
    boolean remove(TableRow row) {
        int slot = slotOf(row);
        if (rows[slot] == null) {
            return false;
        }
        if (--counts[slot] == 0) {
            size--;
            closeGap(slot);
        }
        return true;
    }

    int count(TableRow row) {
        int slot = slotOf(row);
        return rows[slot] == null ? 0 : counts[slot];
    }

    /** Hands over each row once; the action must not change this. */
    void forEach(Consumer<? super TableRow> action) {
        for (TableRow row : rows) {
            if (row != null) {
                action.accept(row);
            }
        }
    }

    private int slotOf(TableRow row) {
        int mask = rows.length - 1;
        int slot = home(row, mask);
        while (rows[slot] != null && rows[slot] != row) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static int home(TableRow row, int mask) {
        return RowMap.hash(row.uuid()) & mask;
    }

    private void grow() {
        @Nullable TableRow[] oldRows = rows;
        int[] oldCounts = counts;
        rows = new TableRow[oldRows.length * 2];
        counts = new int[oldRows.length * 2];
        for (int i = 0; i < oldRows.length; i++) {
            TableRow row = oldRows[i];
            if (row != null) {
                int slot = slotOf(row);
                rows[slot] = row;
                counts[slot] = oldCounts[i];
            }
        }
    }

    private void closeGap(int from) {
        int mask = rows.length - 1;
        int gap = from;
        int slot = from + 1 & mask;
        for (TableRow row = rows[slot]; row != null; row = rows[slot]) {
            if ((slot - home(row, mask) & mask) >= (slot - gap & mask)) {
                rows[gap] = row;
                counts[gap] = counts[slot];
                gap = slot;
            }
            slot = slot + 1 & mask;
        }
        rows[gap] = null;
        counts[gap] = 0;
    }
}
