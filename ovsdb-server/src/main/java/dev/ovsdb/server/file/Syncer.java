package dev.ovsdb.server.file;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the disk on a thread of its own. Whatever asks while one {@code fsync} is under way is served together by the next one.
 *
 * <p>Thread-safe. While it is held, as a file is about to take another's place, requests wait for {@link #resume}.
 */
final class Syncer {
    private final Executor executor;
    private final LongConsumer done;
    private final Consumer<IOException> failed;
    private @Nullable LogAppender log; // This and what follows: guarded by this.
    private boolean asked;
    private long requested;
    private long served;
    private boolean scheduled;
    private boolean syncing;
    private boolean held;

    /**
     * @param executor one task after the other
     * @param done hears up to which version all is on the disk, on the executor
     * @param failed hears that it will never be known what is on the disk, on the executor
     */
    Syncer(Executor executor, LongConsumer done, Consumer<IOException> failed) {
        this.executor = executor;
        this.done = done;
        this.failed = failed;
    }

    /** Asks for everything up to this version, which was written before. What is on the disk already is told again. */
    synchronized void request(long version) {
        asked = true;
        requested = Math.max(requested, version);
        schedule();
    }

    /** Requests wait from now on; one that is under way goes on. */
    synchronized void hold() {
        held = true;
    }

    /** Goes on with this file. */
    synchronized void resume(LogAppender with) {
        log = with;
        held = false;
        schedule();
    }

    /** Nothing is served any more. Returns when none is under way. */
    synchronized void stop() {
        log = null;
        boolean interrupted = false;
        while (syncing) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs a task when no {@code fsync} of before is under way any more: for closing a file. */
    void afterwards(Runnable task) {
        executor.execute(task);
    }

    private void schedule() {
        if (!scheduled && !held && log != null && asked) {
            scheduled = true;
            executor.execute(this::run);
        }
    }

    private void run() {
        LogAppender file;
        long version;
        boolean isServed;
        synchronized (this) {
            scheduled = false;
            if (held || log == null) {
                return;
            }
            file = log;
            version = requested;
            isServed = version <= served;
            asked = false;
            syncing = true;
        }
        try {
            if (!isServed) {
                file.sync();
            }
            done.accept(version);
            served(version);
        } catch (IOException e) {
            served(Long.MAX_VALUE);
            failed.accept(e);
        }
    }

    private synchronized void served(long version) {
        served = Math.max(served, version);
        syncing = false;
        notifyAll();
        schedule();
    }
}
