package dev.ovsdb.server.file;

import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.storage.Contents;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Database files that are made, not appended to. */
final class NewFile {
    private static final Logger LOG = LoggerFactory.getLogger(NewFile.class);

    private NewFile() {}

    static void create(FileSystem files, Path path, DatabaseSchema schema) {
        try (LogLock lock = LogFile.at(files, path).lock();
                StoredFile file = open(files, path)) {
            Objects.requireNonNull(lock);
            RecordBuffer record = new RecordBuffer();
            JsonWriter json = new JsonWriter();
            schema.write(json);
            record.add(json);
            file.write(record.bytes(), 0, record.size(), 0);
            file.sync();
            files.syncFolder(folder(path));
        } catch (IOException e) {
            throw LogException.io(path, "write failed", e);
        }
    }

    private static StoredFile open(FileSystem files, Path path) {
        try {
            return files.open(files.follow(path), OpenMode.CREATE);
        } catch (IOException e) {
            throw LogException.io(path, "create failed", e);
        }
    }

    static void write(FileSystem files, Path path, Contents contents, Instant date, @Nullable String comment) {
        boolean done = false;
        try {
            files.delete(path);
            try (StoredFile file = open(files, path)) {
                new SnapshotWriter(file, contents).write(date, comment, 1 << 20);
                file.sync();
            }
            files.syncFolder(folder(path));
            done = true;
        } catch (IOException e) {
            throw LogException.io(path, "write failed", e);
        } finally {
            if (!done) {
                remove(files, path);
            }
        }
    }

    /** The folder that holds a file. */
    static Path folder(Path path) {
        return Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file is in a folder");
    }

    /** Removes what is good for nothing; that it cannot be is not what went wrong. */
    static void remove(FileSystem files, Path path) {
        try {
            files.delete(path);
        } catch (IOException e) {
            LOG.warn("{}: cannot be removed: {}", path, SystemText.of(e));
        }
    }

    static void closeQuietly(Closeable file) {
        try {
            file.close();
        } catch (IOException e) {
            LOG.warn("a file cannot be closed: {}", SystemText.of(e));
        }
    }
}
