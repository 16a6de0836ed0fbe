package dev.ovsdb.server.engine.store;

import dev.ovsdb.server.data.RowImage;
import java.util.NoSuchElementException;
import java.util.UUID;

/** Goes through the rows of a table as they are at a pinned version, in no particular order. For one thread at a time. */
public interface RowCursor {
    /** Goes to the next row; false if there is none. */
    boolean next();

    /** @throws NoSuchElementException if the cursor is at no row */
    UUID uuid();

    /** @throws NoSuchElementException if the cursor is at no row */
    RowImage image();
}
