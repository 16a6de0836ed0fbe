package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.server.data.RowImage;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A unique index of a table: the columns whose values together no two rows share. It holds the rows of the head, by the values
 * that they have there, and keeps no copy of those but their hash, so that rows with others need not be looked at.
 *
 * <p>Open addressing; in a slot that a row left, the ones behind move up. Confined to the lane but for
 * {@link #columns}.
 */
public final class TableIndex {
    private static final int LEAST = 16;

    private final List<Integer> columnList;
    private final int[] columns;
    private @Nullable TableRow[] slots = new TableRow[LEAST];
    private int[] hashes = new int[LEAST]; // Of the rows in the slots.
    private int size;

    TableIndex(List<Integer> columns) {
        this.columnList = List.copyOf(columns);
        this.columns = columns.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The columns' indexes in the table's layout, in the order in which the schema names them. Any thread. */
    public List<Integer> columns() {
        return columnList;
    }

    /**
     * The row of the head that has these values, in the order of the index's columns; null if none has. What a transaction under
     * way did is not seen: ask that.
     */
    public @Nullable TableRow find(List<Datum> values) {
        return find(new IndexKey(values.toArray(new Datum[0])));
    }

    /** As {@link #find(List)}. */
    @Nullable
    TableRow find(IndexKey key) {
        int mask = slots.length - 1;
        int hash = spread(key.hashCode());
        for (int slot = hash & mask; ; slot = slot + 1 & mask) {
            TableRow row = slots[slot];
            if (row == null || hashes[slot] == hash && key.matches(columns, row)) {
                return row;
            }
        }
    }

    /** The values of the index's columns. */
    IndexKey key(IntFunction<Datum> values) {
        Datum[] key = new Datum[columns.length];
        for (int i = 0; i < key.length; i++) {
            key[i] = values.apply(columns[i]);
        }
        return new IndexKey(key);
    }

    /** Whether a row's key differs between two of its images. */
    boolean differs(RowImage one, RowImage other) {
        for (int column : columns) {
            if (!RowEdit.same(one.value(column), other.value(column))) {
                return true;
            }
        }
        return false;
    }

    /** Adds a row by the values that it has at the head, where no other row must have them. */
    void add(TableRow row) {
        add(row, hash(row));
    }

    /** As {@link #add(TableRow)}, with the key that was made of these values. */
    void add(TableRow row, IndexKey key) {
        add(row, spread(key.hashCode()));
    }

    private void add(TableRow row, int hash) {
        if (size * 2 >= slots.length) {
            grow();
        }
        size++;
        place(row, hash);
    }

    /** Removes a row that still has at the head the values by which it was added. */
    void remove(TableRow row) {
        int mask = slots.length - 1;
        int slot = hash(row) & mask;
        while (slots[slot] != row) {
            if (slots[slot] == null) {
                throw new IllegalStateException(row + " is not in its index");
            }
            slot = slot + 1 & mask;
        }
        size--;
        closeGap(slot);
    }

    int size() {
        return size;
    }

    void clear() {
        slots = new TableRow[LEAST];
        hashes = new int[LEAST];
        size = 0;
    }

    private void place(TableRow row, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != null) {
            slot = slot + 1 & mask;
        }
        slots[slot] = row;
        hashes[slot] = hash;
    }

    private void grow() {
        @Nullable TableRow[] oldSlots = slots;
        int[] oldHashes = hashes;
        slots = new TableRow[oldSlots.length * 2];
        hashes = new int[oldSlots.length * 2];
        for (int i = 0; i < oldSlots.length; i++) {
            TableRow row = oldSlots[i];
            if (row != null) {
                place(row, oldHashes[i]);
            }
        }
    }

    private void closeGap(int from) {
        int mask = slots.length - 1;
        int gap = from;
        int slot = from + 1 & mask;
        for (TableRow row = slots[slot]; row != null; row = slots[slot]) {
            if ((slot - hashes[slot] & mask) >= (slot - gap & mask)) {
                slots[gap] = row;
                hashes[gap] = hashes[slot];
                gap = slot;
            }
            slot = slot + 1 & mask;
        }
        slots[gap] = null;
    }

    private int hash(TableRow row) {
        return spread(IndexKey.hash(columns, row));
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B1;
        return mixed ^ mixed >>> 15;
    }
}
