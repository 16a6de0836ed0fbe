package dev.ovsdb.server.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file of the machine. Not a {@code FileChannel}: an interrupt of the thread that writes would close it under the log, and the
 * lane is taken by threads that are not ours.
 */
final class LocalFile implements StoredFile {
    private static final FileAttribute<?> PERMISSIONS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw----"));

    private final RandomAccessFile file;

    private LocalFile(RandomAccessFile file) {
        this.file = file;
    }

    static LocalFile open(Path path, OpenMode mode) throws IOException {
        if (mode == OpenMode.CREATE) {
            create(path);
        } else if (mode == OpenMode.WRITE && !Files.exists(path)) {
            throw new NoSuchFileException(path.toString()); // Or it would be made.
        }
        return new LocalFile(new RandomAccessFile(path.toFile(), mode == OpenMode.READ ? "r" : "rw"));
    }

    private static void create(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(path, PERMISSIONS);
        } else {
            Files.createFile(path);
        }
    }

    @Override
    public long size() throws IOException {
        return file.length();
    }

    @Override
    public int read(byte[] into, int offset, int length, long position) throws IOException {
        file.seek(position);
        return file.read(into, offset, length);
    }

    @Override
    public void write(byte[] from, int offset, int length, long position) throws IOException {
        file.seek(position);
        file.write(from, offset, length);
    }

    @Override
    public void truncate(long length) throws IOException {
        file.setLength(length);
    }

    @Override
    public void sync() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
