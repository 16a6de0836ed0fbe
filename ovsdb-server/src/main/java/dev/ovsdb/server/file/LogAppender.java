package dev.ovsdb.server.file;

import java.io.Closeable;
import java.io.IOException;

/** A file and where its last good record ends. For one thread; {@link #end} and {@link #sync} for any. */
final class LogAppender implements Closeable {
    private final StoredFile file;
    private volatile long end;

    LogAppender(StoredFile file, long end) {
        this.file = file;
        this.end = end;
    }

    /** Where the last good record ends: what is before does not change any more. */
    long end() {
        return end;
    }

    /** Writes behind the last record. If it fails, {@link #undo} must be called before anything else is written. */
    void append(byte[] bytes, int size) throws IOException {
        file.write(bytes, 0, size, end);
        end += size;
    }

    /** Records were written behind the last one by other means. */
    void advance(long size) {
        end += size;
    }

    /** Takes records back that were appended. */
    void retreat(long to) {
        end = to;
    }

    /** Cuts what is behind the last good record. */
    void undo() throws IOException {
        file.truncate(end);
    }

    void sync() throws IOException {
        file.sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
