package dev.ovsdb.server.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A database file that is taken. Closing gives it back. */
public final class LogLock implements AutoCloseable {
    private final Path path;
    private final Closeable lock;

    LogLock(Path path, Closeable lock) {
        this.path = path;
        this.lock = lock;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw LogException.io(path, "failed to unlock lockfile", e);
        }
    }
}
