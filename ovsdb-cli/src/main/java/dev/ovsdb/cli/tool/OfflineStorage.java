package dev.ovsdb.cli.tool;

import dev.ovsdb.server.file.FileStorage;
import dev.ovsdb.server.file.LogException;
import dev.ovsdb.server.file.LogRows;
import dev.ovsdb.server.storage.Durability;
import dev.ovsdb.server.storage.LogEntry;
import dev.ovsdb.server.storage.StorageException;
import dev.ovsdb.server.storage.StorageListener;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database file that is used by one thread only: everything is answered at once. */
final class OfflineStorage implements CommitSink, StorageListener, AutoCloseable {
    private final FileStorage storage;
    private final LogRows rows;
    private @Nullable StorageException failure;

    private OfflineStorage(Path path) {
        storage = FileStorage.builder(path)
                .automaticCompaction(false)
                .executors(Runnable::run, Runnable::run)
                .build();
        rows = storage.open(Runnable::run, this);
    }

    /** @throws LogException if it cannot be opened, or is damaged */
    static OfflineStorage open(Path path) {
        OfflineStorage opened = new OfflineStorage(path);
        opened.rows.damage().ifPresent(damage -> {
            opened.close();
            throw damage;
        });
        return opened;
    }

    LogRows rows() {
        return rows;
    }

    @Override
    public @Nullable StorageException commit(LogEntry entry, boolean durable) {
        storage.append(entry.version() - 1, List.of(entry), durable ? Durability.SYNCED : Durability.WRITTEN);
        return failure;
    }

    @Override
    public void accepted(long version) {}

    @Override
    public void rejected(long version) {
        failure = new StorageException(storage.place() + ": somebody else has written meanwhile");
    }

    @Override
    public void failed(long version, StorageException cause) {
        failure = cause;
    }

    @Override
    public void durable(long version) {}

    @Override
    public void broken(StorageException cause) {
        failure = cause;
    }

    @Override
    public void compactionDue() {}

    @Override
    public void close() {
        storage.close();
    }
}
