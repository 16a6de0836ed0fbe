package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.data.RowImage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a database, kept whole for a reader. What later versions superseded stays until the pin is closed.
 *
 * <p>For any thread, one at a time; the figures for any thread at any time.
 */
public interface Pin extends AutoCloseable {
    /** The version that it sees. */
    long version();

    DatabaseSchema schema();

    /**
     * The row as it is at the pin's version, null if it is not there.
     *
     * @throws IllegalStateException if the pin is closed, or {@link #isFallen its version has fallen}
     */
    @Nullable
    RowImage find(TableSchema table, UUID uuid);

    /**
     * All rows of a table. Costs nothing but the going.
     *
     * @throws IllegalStateException if the pin is closed, or {@link #isFallen its version has fallen}; so does the cursor then
     */
    RowCursor rows(TableSchema table);

    /** How many rows the table has now: about as many as the pin sees. */
    int expectedRows(TableSchema table);

    /** Whether the pinned version was undone by a fall back: it shows nothing any more. */
    boolean isFallen();

    /** When it was made, by {@link dev.ovsdb.jsonrpc.time.Clock#nanoTime}. */
    long createdNanos();

    /** How many rows were read through it, or used after that: a reader that stands still shows in this. */
    long progress();

    /** So many rows that were read through it were used. By its one reader. */
    void used(int rows);

    /** About how many bytes it holds back at present: what the versions after its own superseded. */
    long heldBytes();

    /** Whether it holds nothing any more. */
    boolean isClosed();

    /** Lets go of the version. Idempotent; from any thread. */
    @Override
    void close();
}
