package dev.ovsdb.cli.tool;

import dev.ovsdb.server.storage.LogEntry;
import dev.ovsdb.server.storage.StorageException;
import org.jspecify.annotations.Nullable;

/** Keeps what a transaction changed. */
interface CommitSink {
    /** Answers why it cannot be kept; null if it is. */
    @Nullable
    StorageException commit(LogEntry entry, boolean durable);
}
