package dev.ovsdb.server.engine.store;

import dev.ovsdb.server.data.RowImage;
import org.jspecify.annotations.Nullable;

/** What a row became at a version, in the chain of what it was before. Written by the lane, read by any thread. */
final class RowVersion {
    final long number;
    final @Nullable RowImage image; // Null in a tombstone: from here on the row is gone.
    volatile @Nullable RowVersion previous;

    RowVersion(long number, @Nullable RowImage image, @Nullable RowVersion previous) {
        this.number = number;
        this.image = image;
        this.previous = previous;
    }
}
