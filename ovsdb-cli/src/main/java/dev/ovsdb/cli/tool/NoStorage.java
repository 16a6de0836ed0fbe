package dev.ovsdb.cli.tool;

import dev.ovsdb.server.storage.LogEntry;
import dev.ovsdb.server.storage.StorageException;
import java.nio.file.Path;

/** The file of a {@code query}, which is open for reading only: the same error as the reference runs into. */
record NoStorage(Path path, long end) implements CommitSink {
    @Override
    public StorageException commit(LogEntry entry, boolean durable) {
        return new StorageException(path + ": cannot truncate to length " + end, "Invalid argument", null);
    }
}
