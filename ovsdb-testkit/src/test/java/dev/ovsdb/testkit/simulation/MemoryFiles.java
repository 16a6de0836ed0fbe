package dev.ovsdb.testkit.simulation;

import dev.ovsdb.server.file.FileSystem;
import dev.ovsdb.server.file.OpenMode;
import dev.ovsdb.server.file.StoredFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The disk of the simulated machine. What was written outlives a process that is killed, and, once it was synced, a power failure: then
 * what was not, is lost from some byte on.
 */
final class MemoryFiles implements FileSystem {
    private final Map<Path, Content> files = new LinkedHashMap<>();
    private final Map<Path, Content> durableNames = new LinkedHashMap<>();
    private final Set<Path> locks = new LinkedHashSet<>();
    private int processes;

    private static final class Content {
        byte[] bytes = new byte[4096];
        int size;
        int syncedSize; // The log is only ever appended to, and cut.

        void write(byte[] from, int offset, int length, int position) {
            if (position + length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, position + length));
            }
            System.arraycopy(from, offset, bytes, position, length);
            size = Math.max(size, position + length);
            syncedSize = Math.min(syncedSize, position);
        }
    }

    /** The process that had files open is gone, and its locks with it. */
    void processDied() {
        processes++;
        locks.clear();
    }

    /** The machine loses its power. */
    void powerFails(Dice dice) {
        processDied();
        if (dice.oneIn(2)) {
            files.clear();
            files.putAll(durableNames);
        }
        for (Content content : files.values()) {
            content.size = dice.between(content.syncedSize, content.size);
            content.syncedSize = content.size;
        }
        durableNames.clear();
        durableNames.putAll(files);
    }

    @Override
    public StoredFile open(Path path, OpenMode mode) throws IOException {
        if (mode == OpenMode.CREATE && files.putIfAbsent(path, new Content()) != null) {
            throw new FileAlreadyExistsException(path.toString());
        }
        Content content = files.get(path);
        if (content == null) {
            throw new NoSuchFileException(path.toString());
        }
        return new Handle(content, processes);
    }

    @Override
    public Path follow(Path path) {
        return path;
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Content content = files.remove(from);
        if (content == null) {
            throw new NoSuchFileException(from.toString());
        }
        files.put(to, content);
    }

    @Override
    public void delete(Path path) {
        files.remove(path);
    }

    @Override
    public void syncFolder(Path folder) {
        durableNames.clear();
        durableNames.putAll(files);
    }

    @Override
    public Closeable lock(Path path) {
        Violation.unless(locks.add(path), "%s is locked twice", path);
        int owner = processes;
        return () -> {
            if (owner == processes) {
                locks.remove(path);
            }
        };
    }

    private final class Handle implements StoredFile {
        private final Content content;
        private final int owner;
        private boolean closed;

        Handle(Content content, int owner) {
            this.content = content;
            this.owner = owner;
        }

        private void requireOpen() {
            Violation.unless(!closed, "a file was used after it was closed");
            Violation.unless(owner == processes, "a dead process used a file");
        }

        @Override
        public long size() {
            return content.size;
        }

        @Override
        public int read(byte[] into, int offset, int length, long position) {
            requireOpen();
            int count = (int) Math.min(length, content.size - position);
            if (count <= 0) {
                return -1;
            }
            System.arraycopy(content.bytes, (int) position, into, offset, count);
            return count;
        }

        @Override
        public void write(byte[] from, int offset, int length, long position) {
            requireOpen();
            content.write(from, offset, length, (int) position);
        }

        @Override
        public void truncate(long length) {
            requireOpen();
            content.size = (int) Math.min(content.size, length);
            content.syncedSize = Math.min(content.syncedSize, content.size);
        }

        @Override
        public void sync() {
            requireOpen();
            content.syncedSize = content.size;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
