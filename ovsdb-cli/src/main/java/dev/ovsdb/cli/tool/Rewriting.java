package dev.ovsdb.cli.tool;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.server.file.FileSystem;
import dev.ovsdb.server.file.LogException;
import dev.ovsdb.server.file.LogFile;
import dev.ovsdb.server.file.LogLock;
import dev.ovsdb.server.storage.Contents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file that is about to be written anew, in place or to another name. What is written is locked meanwhile. */
final class Rewriting implements AutoCloseable {
    private final LogFile source;
    private final LogFile destination;
    private final @Nullable LogLock sourceLock; // If it is to be replaced.
    private final LogLock destinationLock;

    private Rewriting(LogFile source, LogFile destination, @Nullable LogLock sourceLock, LogLock destinationLock) {
        this.source = source;
        this.destination = destination;
        this.sourceLock = sourceLock;
        this.destinationLock = destinationLock;
    }

    /** @throws CommandException if somebody else uses a file that is to be written */
    static Rewriting begin(Path from, Optional<Path> to) {
        LogFile source = LogFile.at(follow(from));
        LogLock sourceLock = to.isEmpty() ? lock(source) : null;
        boolean done = false;
        try {
            Path target = to.map(Rewriting::follow)
                    .orElseGet(() -> source.path().resolveSibling(source.path().getFileName() + ".tmp"));
            LogFile destination = LogFile.at(target);
            Rewriting begun = new Rewriting(source, destination, sourceLock, lock(destination));
            done = true;
            return begun;
        } finally {
            if (!done && sourceLock != null) {
                sourceLock.close();
            }
        }
    }

    private static Path follow(Path path) {
        try {
            return FileSystem.local().follow(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the words {@code I/O error}, as the reference says it here. */
    private static LogLock lock(LogFile file) {
        try {
            return file.lock();
        } catch (LogException e) {
            throw new CommandException(
                    e.getMessage() + e.ioError().map(text -> " (" + text + ")").orElse(""), e);
        }
    }

    void write(Contents contents, Instant date, String comment) {
        destination.write(contents, date, comment);
        if (sourceLock != null) {
            destination.replace(source);
        }
    }

    @Override
    public void close() {
        destinationLock.close();
        if (sourceLock != null) {
            sourceLock.close();
        }
    }
}
