package dev.ovsdb.server.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A file system in memory that forgets on a crash what was not synced, files and names, and that fails when told to. What was written
 * after the last sync is lost wholly or from some byte on, as chance will have it.
 */
final class FaultFileSystem implements FileSystem {
    static final String FULL = "No space left on device";

    private final Map<Path, Inode> names = new LinkedHashMap<>();
    private final Map<Path, Inode> durableNames = new LinkedHashMap<>();
    private final Set<Path> locks = new HashSet<>();
    private long operations;
    private long failFrom = Long.MAX_VALUE;
    private long failTo;
    private boolean onlyRoom; // What needs no room goes well.
    private int syncs;
    private int writes;

    private static final class Inode {
        private byte[] content = {};
        private byte[] durable = {};

        void crash(Random random) {
            int common = Arrays.mismatch(content, durable) < 0
                    ? content.length
                    : Math.min(Arrays.mismatch(content, durable), durable.length);
            boolean grown = content.length > durable.length && common == durable.length;
            int kept = grown && random.nextBoolean()
                    ? durable.length + random.nextInt(content.length - durable.length + 1)
                    : -1;
            content = kept < 0 ? durable.clone() : Arrays.copyOf(content, kept);
            durable = content.clone();
        }
    }

    /** The machine loses power and starts again: nothing is open or locked any more. */
    synchronized void crash(Random random) {
        if (random.nextBoolean()) {
            names.clear();
            names.putAll(durableNames);
        }
        Set<Inode> seen = new HashSet<>();
        names.values().stream().filter(seen::add).forEach(inode -> inode.crash(random));
        durableNames.clear();
        durableNames.putAll(names);
        locks.clear();
        heal();
    }

    /** Fails operations that change something, from the n-th from now on (0 is the next), so many. */
    synchronized void fail(long after, long count) {
        failFrom = operations + after;
        failTo = failFrom + count;
        onlyRoom = false;
    }

    /** Has no room for anything from the n-th operation from now on that changes something. */
    synchronized void fill(long after) {
        fail(after, Long.MAX_VALUE / 2);
        onlyRoom = true;
    }

    synchronized void heal() {
        failFrom = Long.MAX_VALUE;
    }

    synchronized long operations() {
        return operations;
    }

    synchronized int syncs() {
        return syncs;
    }

    synchronized int writes() {
        return writes;
    }

    synchronized byte[] content(Path path) {
        return names.get(path).content.clone();
    }

    synchronized void put(Path path, byte[] content) {
        Inode inode = new Inode();
        inode.content = content.clone();
        inode.durable = content.clone();
        names.put(path, inode);
        durableNames.put(path, inode);
    }

    synchronized Set<Path> paths() {
        return Set.copyOf(names.keySet());
    }

    private boolean isDue() {
        long now = operations++;
        return now >= failFrom && now < failTo;
    }

    private void step(boolean needsRoom) throws IOException {
        if (isDue() && (needsRoom || !onlyRoom)) {
            throw new IOException(FULL);
        }
    }

    @Override
    public synchronized StoredFile open(Path path, OpenMode mode) throws IOException {
        if (mode == OpenMode.CREATE) {
            step(true);
            if (names.containsKey(path)) {
                throw new FileAlreadyExistsException(path.toString());
            }
            names.put(path, new Inode());
        }
        Inode inode = names.get(path);
        if (inode == null) {
            throw new NoSuchFileException(path.toString());
        }
        return new Handle(inode);
    }

    @Override
    public Path follow(Path path) {
        return path;
    }

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        step(false);
        Inode inode = names.remove(from);
        if (inode == null) {
            throw new NoSuchFileException(from.toString());
        }
        names.put(to, inode);
    }

    @Override
    public synchronized void delete(Path path) throws IOException {
        step(false);
        names.remove(path);
    }

    @Override
    public synchronized void syncFolder(Path folder) throws IOException {
        step(false);
        durableNames.clear();
        durableNames.putAll(names);
    }

    @Override
    public synchronized Closeable lock(Path path) throws IOException {
        if (!locks.add(path)) {
            throw new FileLockedException(true);
        }
        return () -> {
            synchronized (this) {
                locks.remove(path);
            }
        };
    }

    private final class Handle implements StoredFile {
        private final Inode inode;
        private boolean closed;

        Handle(Inode inode) {
            this.inode = inode;
        }

        private void requireOpen() throws IOException {
            if (closed) {
                throw new IOException("Bad file descriptor");
            }
        }

        @Override
        public long size() {
            synchronized (FaultFileSystem.this) {
                return inode.content.length;
            }
        }

        @Override
        public int read(byte[] into, int offset, int length, long position) throws IOException {
            synchronized (FaultFileSystem.this) {
                requireOpen();
                int count = (int) Math.min(length, inode.content.length - position);
                if (count <= 0) {
                    return -1;
                }
                System.arraycopy(inode.content, (int) position, into, offset, count);
                return count;
            }
        }

        @Override
        public void write(byte[] from, int offset, int length, long position) throws IOException {
            synchronized (FaultFileSystem.this) {
                requireOpen();
                writes++;
                boolean due = isDue();
                int count = due ? length / 2 : length; // A disk gets full in the middle of something.
                int end = (int) position + count;
                if (inode.content.length < end) {
                    inode.content = Arrays.copyOf(inode.content, end);
                }
                System.arraycopy(from, offset, inode.content, (int) position, count);
                if (due) {
                    throw new IOException(FULL);
                }
            }
        }

        @Override
        public void truncate(long length) throws IOException {
            synchronized (FaultFileSystem.this) {
                requireOpen();
                step(false);
                inode.content = Arrays.copyOf(inode.content, (int) length);
            }
        }

        @Override
        public void sync() throws IOException {
            synchronized (FaultFileSystem.this) {
                requireOpen();
                step(false);
                syncs++;
                inode.durable = inode.content.clone();
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
