package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.data.RowImage;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A pin on a {@link DatabaseStore}: reads the rows' chains at its version. */
final class StorePin implements Pin {
    private final DatabaseStore store;
    private final long version;
    private final long createdNanos;
    private final long supersededBefore;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean fallen;
    private volatile long progress;

    StorePin(DatabaseStore store, long version, long createdNanos, long supersededBefore) {
        this.store = store;
        this.version = version;
        this.createdNanos = createdNanos;
        this.supersededBefore = supersededBefore;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public DatabaseSchema schema() {
        return store.schema();
    }

    @Override
    public @Nullable RowImage find(TableSchema table, UUID uuid) {
        TableRow row = store.table(table).rows().find(uuid);
        RowImage image = row == null ? null : row.imageAt(version);
        advanced(1);
        return image;
    }

    @Override
    public RowCursor rows(TableSchema table) {
        requireReadable();
        return new SlotCursor(this, store.table(table).rows().slots());
    }

    @Override
    public void used(int rows) {
        progress += rows; // One reader at a time.
    }

    /** Notes that rows were read, and makes sure that they were what the version has. */
    void advanced(int rows) {
        used(rows);
        requireReadable();
    }

    void requireReadable() {
        if (closed.get()) {
            throw new IllegalStateException("the pin of version " + version + " is closed");
        }
        if (fallen) {
            throw new IllegalStateException("version " + version + " has fallen");
        }
    }

    @Override
    public int expectedRows(TableSchema table) {
        return store.table(table).size();
    }

    @Override
    public boolean isFallen() {
        return fallen;
    }

    void fall() {
        fallen = true;
    }

    @Override
    public long createdNanos() {
        return createdNanos;
    }

    @Override
    public long progress() {
        return progress;
    }

    @Override
    public long heldBytes() {
        return store.totals().superseded() - supersededBefore;
    }

    @Override
    public boolean isClosed() {
        return closed.get();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            store.pinRegistry().closed(this);
        }
    }
}
