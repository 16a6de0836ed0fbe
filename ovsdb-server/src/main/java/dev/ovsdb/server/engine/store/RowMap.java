package dev.ovsdb.server.engine.store;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table by their UUIDs. The lane writes; any thread looks rows up or walks the slots, without a lock.
 *
 * <p>Open addressing, since a node a row would cost more than the slot. A row is never moved within its array and stays in it
 * while any version has it, so that a reader that walks an array misses none that its version has, whatever is added
 * meanwhile. Rows that no version has any more (shells) keep their slots until another row takes one over or the array is made
 * anew; a reader of an array that was replaced finds in it all that were there before.
 */
final class RowMap {
    private static final int LEAST = 16;

    private volatile AtomicReferenceArray<TableRow> slots = new AtomicReferenceArray<>(LEAST);
    private int used; // Slots that hold a row or a shell.
    private int shells;

    /** The row with this UUID, perhaps a shell; null if there is none. Any thread. */
    @Nullable
    TableRow find(UUID uuid) {
        AtomicReferenceArray<TableRow> array = slots;
        int mask = array.length() - 1;
        for (int slot = hash(uuid) & mask; ; slot = slot + 1 & mask) {
            TableRow row = array.getAcquire(slot);
            if (row == null || row.uuid().equals(uuid)) {
                return row;
            }
        }
    }

    /** The array to walk; null where a slot is empty. Any thread. */
    AtomicReferenceArray<TableRow> slots() {
        return slots;
    }

    /** Adds a row of whose UUID there is none, not even a shell. */
    void add(TableRow row) {
        if ((used + 1) * 3L > slots.length() * 2L) {
            rebuild(used + 1 - shells);
        }
        place(slots, row);
    }

    private void place(AtomicReferenceArray<TableRow> array, TableRow row) {
        int mask = array.length() - 1;
        int slot = hash(row.uuid()) & mask;
        TableRow other = array.getPlain(slot);
        while (other != null && !other.isShell()) {
            slot = slot + 1 & mask;
            other = array.getPlain(slot);
        }
        if (other == null) {
            used++;
        } else {
            shells--;
        }
        array.setRelease(slot, row);
    }

    /** Notes that a row has become a shell. */
    void becameShell() {
        shells++;
        if (shells > LEAST && shells > used / 2) {
            rebuild(used - shells);
        }
    }

    /** Notes that a shell is a row again. */
    void revived() {
        shells--;
    }

    private void rebuild(int rows) {
        AtomicReferenceArray<TableRow> old = slots;
        AtomicReferenceArray<TableRow> array = new AtomicReferenceArray<>(capacityFor(rows));
        used = 0;
        shells = 0;
        for (int slot = 0; slot < old.length(); slot++) {
            TableRow row = old.getPlain(slot);
            if (row != null && !row.isShell()) {
                place(array, row);
            }
        }
        slots = array;
    }

    private static int capacityFor(int rows) {
        int least = Math.max(LEAST, rows);
        return Integer.highestOneBit(least * 2 - 1) * 2; // At most half full, so that it is not made anew soon.
    }

    /** How many slots hold a name only. */
    int shells() {
        return shells;
    }

    static int hash(UUID uuid) {
        long mixed = (uuid.getMostSignificantBits() ^ uuid.getLeastSignificantBits()) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }
}
