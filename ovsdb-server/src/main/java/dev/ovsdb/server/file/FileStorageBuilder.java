package dev.ovsdb.server.file;

import dev.ovsdb.jsonrpc.time.Clock;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Puts a {@link FileStorage} together. */
public final class FileStorageBuilder {
    private final Path path;
    private FileSystem files = FileSystem.local();
    private Clock clock = Clock.system();
    private boolean differences = true;
    private boolean automaticCompaction = true;
    private @Nullable Executor syncing;
    private @Nullable Executor rewriting;

    FileStorageBuilder(Path path) {
        this.path = path;
    }

    /** The file system; the machine's own unless told otherwise. */
    public FileStorageBuilder files(FileSystem fileSystem) {
        files = fileSystem;
        return this;
    }

    /** The clock that tells when compaction is due. */
    public FileStorageBuilder clock(Clock own) {
        clock = own;
        return this;
    }

    /**
     * Whether changed columns are written as differences, as Open vSwitch 2.15 and later read them. On by default; off for files
     * that older programs are to read.
     */
    public FileStorageBuilder differences(boolean on) {
        differences = on;
        return this;
    }

    /** Whether the listener hears when compaction is due. On by default. */
    public FileStorageBuilder automaticCompaction(boolean on) {
        automaticCompaction = on;
        return this;
    }

    /**
     * What runs the waiting for the disk, and what rewrites the file: each one task after the other, never interrupted. A thread
     * each by default; where the disk answers within a millisecond, the loops of those who ask wait themselves instead.
     */
    public FileStorageBuilder executors(Executor forSyncing, Executor forRewriting) {
        syncing = forSyncing;
        rewriting = forRewriting;
        return this;
    }

    public FileStorage build() {
        return new FileStorage(
                path, new FileStorageOptions(files, clock, differences, automaticCompaction, syncing, rewriting));
    }
}
