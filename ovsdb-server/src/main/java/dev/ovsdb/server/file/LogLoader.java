package dev.ovsdb.server.file;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Reads a standalone file of a file system into rows: a large one with the help of another thread. For one file, one thread. */
final class LogLoader {
    private static final long LARGE = 4L << 20; // From here on a second thread pays.

    private final FileSystem files;
    private final Path path;
    private final @Nullable Executor helper; // Checks the hashes of a large file; null if nobody does so elsewhere.
    private @Nullable LogRecords records; // Null until they were read.

    LogLoader(FileSystem files, Path path, @Nullable Executor helper) {
        this.files = files;
        this.path = path;
        this.helper = helper;
    }

    /** What was read. */
    LogRecords records() {
        return Objects.requireNonNull(records, "load comes first");
    }

    /**
     * Reads the file. If it is damaged behind its schema, {@link LogRows#damage()} tells.
     *
     * @param schema in place of the file's own, whose other tables and columns are then passed over; null for that one
     * @param last the number of the last record to be read
     * @throws LogException if the file cannot be opened, or its schema not be read
     */
    LogRows load(@Nullable DatabaseSchema schema, long last) {
        HashCheck check = helper != null && isLarge() ? HashCheck.start(files, path, helper) : null;
        try (LogReader reader = LogReader.open(files, path, check == null)) {
            LogRecords found = new LogRecords(reader, check);
            LogRows rows = found.read(schema, last);
            records = found;
            return rows;
        } finally {
            if (check != null) {
                check.cancel();
            }
        }
    }

    private boolean isLarge() {
        try (StoredFile file = files.open(path, OpenMode.READ)) {
            return file.size() >= LARGE;
        } catch (IOException e) {
            throw LogException.io(path, "open failed", e);
        }
    }
}
