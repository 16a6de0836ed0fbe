package dev.ovsdb.server.file;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.storage.Contents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A database file of the reference's standalone format, to be looked at, verified, and written whole. What a server does with its
 * file, it does by {@link FileStorage}.
 *
 * <p>Thread-safe: it holds nothing open. Reading takes no lock, as a server only ever appends, or puts a whole new file in place.
 */
public final class LogFile {
    private final FileSystem files;
    private final Path path;

    private LogFile(FileSystem files, Path path) {
        this.files = files;
        this.path = path;
    }

    /** The file of this name, which need not be there yet. */
    public static LogFile at(Path path) {
        return new LogFile(FileSystem.local(), path);
    }

    /** As {@link #at(Path)}, in this file system. */
    public static LogFile at(FileSystem files, Path path) {
        return new LogFile(files, path);
    }

    public Path path() {
        return path;
    }

    /**
     * Its records one by one, also of a cluster member's file.
     *
     * @throws LogException if it cannot be read, or is no database file
     */
    public LogReader records() {
        return LogReader.open(files, path);
    }

    /**
     * The schema in its first record.
     *
     * @throws LogException if it cannot be read, or is no standalone database
     */
    public DatabaseSchema schema() {
        try (LogReader reader = records()) {
            return LogRecords.schema(reader);
        }
    }

    /**
     * Reads all records and checks that each is whole, that its hash is right, and that it can be applied.
     *
     * @throws LogException if it cannot be opened, or its schema not be read
     */
    public Verification verify() {
        LogLoader loader = new LogLoader(files, path, null);
        try (LogRows rows = loader.load(null, Long.MAX_VALUE)) {
            return new Verification(loader.records().count(), loader.records().end(), rows.damage());
        }
    }

    /**
     * What was found.
     *
     * @param records how many records are good, the schema among them
     * @param end where the last of them ends
     * @param damage why the one behind it is not good; empty if there is none
     */
    public record Verification(long records, long end, Optional<LogException> damage) {
        /** Whether the whole file is good. */
        public boolean isGood() {
            return damage.isEmpty();
        }
    }

    /**
     * The rows at the end of the file, or before the first record that is not good: {@link LogRows#damage()} tells.
     *
     * @throws LogException if it cannot be opened, or its schema not be read
     */
    public LogRows rows() {
        return rowsAsOf(Long.MAX_VALUE);
    }

    /** As {@link #rows()}, as they were when the record of this number had been written. */
    public LogRows rowsAsOf(long record) {
        return new LogLoader(files, path, null).load(null, record);
    }

    /**
     * As {@link #rows()}, read by another schema: its values must be valid there, and tables and columns that it does not have
     * are passed over.
     */
    public LogRows rowsAs(DatabaseSchema schema) {
        return new LogLoader(files, path, null).load(schema, Long.MAX_VALUE);
    }

    /**
     * Makes the file, for an empty database of this schema. It is locked meanwhile.
     *
     * @throws LogException if it is there already, or cannot be written
     */
    public void create(DatabaseSchema schema) {
        NewFile.create(files, path, schema);
    }

    /**
     * Makes the file, or writes over what is there, from contents: schema and rows. The lock is the caller's business.
     *
     * @param comment what the record of the rows says about itself
     * @throws LogException if it cannot be written; then there is no such file
     */
    public void write(Contents contents, Instant date, @Nullable String comment) {
        NewFile.write(files, path, contents, date, comment);
    }

    /**
     * Takes the file for this user of it alone, until closed, as servers do.
     *
     * @throws LogException if somebody has it, in this process or another
     */
    public LogLock lock() {
        try {
            return new LogLock(path, files.lock(path));
        } catch (IOException e) {
            throw LogException.io(path, "failed to lock lockfile", e);
        }
    }

    /**
     * Gives the file that other's name, in one step, in place of what had it, and sees to it that this lasts.
     *
     * @throws LogException if that is not possible
     */
    public void replace(LogFile other) {
        try {
            files.rename(path, other.path);
            files.syncFolder(NewFile.folder(other.path));
        } catch (IOException e) {
            throw LogException.io(path, "failed to rename \"" + path + "\" to \"" + other.path + '"', e);
        }
    }
}
