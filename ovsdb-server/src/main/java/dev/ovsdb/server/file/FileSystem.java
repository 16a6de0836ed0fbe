package dev.ovsdb.server.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What database files need of a file system: a seam, so that faults can be put in. Thread-safe.
 *
 * <p>The messages of its exceptions end in the operating system's words, in parentheses or after a colon.
 */
public interface FileSystem {
    /** The machine's own. */
    static FileSystem local() {
        return LocalFileSystem.INSTANCE;
    }

    /** @throws java.nio.file.FileAlreadyExistsException if it was to be created and is there */
    StoredFile open(Path path, OpenMode mode) throws IOException;

    /** Where a path leads if it is a symbolic link, also to nowhere; else the path. */
    Path follow(Path path) throws IOException;

    /** Gives a file another name, in one step, in place of what had it. */
    void rename(Path from, Path to) throws IOException;

    /** Removes a file, if it is there. */
    void delete(Path path) throws IOException;

    /** Returns when the names in this folder would outlive a crash of the machine. */
    void syncFolder(Path folder) throws IOException;

    /**
     * Takes a database file for this process and this user of it alone, until closed, as the reference's programs do.
     *
     * @throws FileLockedException if somebody has it, in this process or another
     */
    Closeable lock(Path path) throws IOException;
}
