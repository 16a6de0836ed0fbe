package dev.ovsdb.server.engine.store;

import dev.ovsdb.server.data.RowImage;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Walks the slots of a table's rows as they were when it was made: all rows of the pinned version are in them. */
final class SlotCursor implements RowCursor {
    private static final int STRIDE = 64; // How often progress is told.

    private final StorePin pin;
    private final AtomicReferenceArray<TableRow> slots;
    private int slot = -1;
    private int untold;
    private @Nullable TableRow row;
    private @Nullable RowImage image;

    SlotCursor(StorePin pin, AtomicReferenceArray<TableRow> slots) {
        this.pin = pin;
        this.slots = slots;
    }

    @Override
    public boolean next() {
        image = null;
        row = null;
        while (++slot < slots.length()) {
            TableRow candidate = slots.getAcquire(slot);
            RowImage seen = candidate == null ? null : candidate.imageAt(pin.version());
            if (seen != null) {
                row = candidate;
                image = seen;
                tell();
                return true;
            }
        }
        slot = slots.length();
        pin.advanced(untold);
        untold = 0;
        return false;
    }

    /** A row that was read from a pin that was let go meanwhile must not get out. */
    private void tell() {
        pin.requireReadable();
        if (++untold == STRIDE) {
            pin.advanced(untold);
            untold = 0;
        }
    }

    @Override
    public UUID uuid() {
        return current(row).uuid();
    }

    @Override
    public RowImage image() {
        return current(image);
    }

    private static <T> T current(@Nullable T here) {
        if (here == null) {
            throw new NoSuchElementException("the cursor is at no row");
        }
        return here;
    }
}
