package dev.ovsdb.server.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The file that a storage appends to, and, while another is about to take its place, that one too: until the change of names is on
 * the disk, a crash may leave either, so both get every record. Confined to the lane; {@link #end} is for any thread.
 */
final class LiveLog {
    private volatile LogAppender log;
    private final StoredFile file; // The one that was opened, of which the tail is.
    private @Nullable LogTail tail;
    private @Nullable LogAppender mirror;
    private @Nullable Rewrite rewrite; // Whose the mirror is.

    LiveLog(StoredFile file, long end, @Nullable LogTail tail) {
        this.file = file;
        this.log = new LogAppender(file, end);
        this.tail = tail;
    }

    /** Where the last good record ends. */
    long end() {
        return log.end();
    }

    LogAppender log() {
        return log;
    }

    /** Deals with what stands behind the last good record, before anything is written. */
    void removeTail() throws IOException {
        if (tail != null) {
            tail.remove(file);
            tail = null;
        }
    }

    /**
     * Appends records.
     *
     * @throws UnknownContentsException if that failed and could not be undone
     * @throws IOException if it failed and left no trace
     */
    void append(byte[] bytes, int size) throws IOException {
        removeTail();
        put(log, bytes, size);
        LogAppender second = mirror;
        if (second == null) {
            return;
        }
        try {
            put(second, bytes, size);
        } catch (IOException e) {
            if (rewrite == null || !rewrite.giveUp(e)) {
                takeBack(size);
                throw e;
            }
        }
    }

    private void takeBack(int size) throws UnknownContentsException {
        log.retreat(log.end() - size);
        undo(log);
    }

    private static void put(LogAppender to, byte[] bytes, int size) throws IOException {
        try {
            to.append(bytes, size);
        } catch (IOException e) {
            undo(to);
            throw e;
        }
    }

    private static void undo(LogAppender to) throws UnknownContentsException {
        try {
            to.undo();
        } catch (IOException e) {
            throw new UnknownContentsException(e);
        }
    }

    /** Returns when all records would outlive a crash of the machine, whichever file it leaves. */
    void sync() throws IOException {
        log.sync();
        if (mirror != null) {
            mirror.sync();
        }
    }

    /** From now on everything is written to both files. */
    void attach(Rewrite of, LogAppender second) {
        rewrite = of;
        mirror = second;
    }

    /** The second file will not take the place of the first. */
    void detach() {
        rewrite = null;
        mirror = null;
    }

    /** The second file has taken the place of the first; answers that one, to be closed. */
    LogAppender switchFiles() {
        LogAppender old = log;
        if (mirror == null) {
            throw new IllegalStateException("there is no second file");
        }
        log = mirror;
        detach();
        return old;
    }
}
