package dev.ovsdb.server.storage;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Keeps nothing: the database ends with its server. Everything is accepted, and as durable as it will ever be. */
public final class MemoryStorage implements Storage {
    private final DatabaseSchema schema;
    private final String place;
    private @Nullable StorageListener listener; // Confined to the lane once set.
    private long last;

    /** For an empty database of this schema. */
    public MemoryStorage(DatabaseSchema schema) {
        this.schema = schema;
        this.place = schema.name() + " in memory";
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public Contents open(StorageLane lane, StorageListener hears) {
        if (listener != null) {
            throw new IllegalStateException(place + " was opened before");
        }
        listener = hears;
        return new EmptyContents(schema);
    }

    @Override
    public void append(long base, List<LogEntry> batch, Durability durability) {
        last = batch.get(batch.size() - 1).version();
        opened().accepted(last);
        if (durability == Durability.SYNCED) {
            opened().durable(last);
        }
    }

    @Override
    public void sync() {
        opened().durable(last);
    }

    @Override
    public CompletableFuture<Void> compact(Contents contents, @Nullable String comment) {
        contents.close();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> replace(Contents contents, @Nullable String comment) {
        return compact(contents, comment);
    }

    @Override
    public StorageStatus status() {
        return StorageStatus.standalone(0, 0, null);
    }

    @Override
    public void close() {}

    private StorageListener opened() {
        if (listener == null) {
            throw new IllegalStateException(place + " is not open");
        }
        return listener;
    }

    private record EmptyContents(DatabaseSchema schema) implements Contents {
        @Override
        public long version() {
            return 0;
        }

        @Override
        public void forEachRow(RowSink sink) {}

        @Override
        public void close() {}
    }
}
