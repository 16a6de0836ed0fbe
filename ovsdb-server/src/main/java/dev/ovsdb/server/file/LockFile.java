package dev.ovsdb.server.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/**
 * The lock of a database file: an {@code fcntl} lock on the empty file {@code .NAME.~lock~} beside it, which stays when the lock
 * is given back, as the reference's does.
 *
 * <p>The system drops such a lock when this process closes any handle of that file. So nothing else opens it here, and a second
 * user in this process is turned away before it does: {@link #HELD} knows by inode which are locked.
 */
final class LockFile implements Closeable {
    private static final Set<Object> HELD = new HashSet<>(); // Guards itself; never iterated.

    private final RandomAccessFile file;
    private final Object key;
    private boolean closed;

    private LockFile(RandomAccessFile file, Object key) {
        this.file = file;
        this.key = key;
    }

    /** @param path the database file, no symbolic link */
    static LockFile lock(Path path) throws IOException {
        Path name = path.resolveSibling("." + path.getFileName() + ".~lock~");
        synchronized (HELD) {
            create(name);
            Object key = keyOf(name);
            if (!HELD.add(key)) {
                throw new FileLockedException(true);
            }
            try {
                return new LockFile(locked(name), key);
            } catch (IOException e) {
                HELD.remove(key);
                throw e;
            }
        }
    }

    private static void create(Path name) throws IOException {
        try {
            if (name.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        name, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(name);
            }
        } catch (FileAlreadyExistsException e) {
            // It stays from one user to the next.
        }
    }

    private static Object keyOf(Path name) throws IOException {
        Object key = Files.readAttributes(name, BasicFileAttributes.class).fileKey();
        return key != null ? key : name.toRealPath();
    }

    private static RandomAccessFile locked(Path name) throws IOException {
        RandomAccessFile file = new RandomAccessFile(name.toFile(), "rw");
        boolean locked = false;
        try {
            locked = file.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException e) {
            throw new FileLockedException(true); // Somebody else in this process took it without asking here.
        } finally {
            if (!locked) {
                file.close();
            }
        }
        if (!locked) {
            throw new FileLockedException(false);
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            if (!closed) {
                closed = true;
                file.close();
                HELD.remove(key);
            }
        }
    }
}
