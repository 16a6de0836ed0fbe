package dev.ovsdb.server.file;

import dev.ovsdb.jsonrpc.time.Clock;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the disk. Whatever asks while one {@code fsync} is under way is served together by the next one.
 *
 * <p>It waits on a thread of its own, or, where the disk answers sooner than another thread would be awake, on the loop of who asks:
 * behind what the loop's connections have sent by then, so that all of that is served by one {@code fsync}.
 *
 * <p>Thread-safe. While it is held, as a file is about to take another's place, requests wait for {@link #resume}.
 */
final class Syncer {
    /** A loop does not wait for a disk that takes longer than this; about what the hand-overs to a thread and back cost. */
    private static final long QUICK_NANOS = Duration.ofMillis(1).toNanos();

    private static final int WEIGHT = 8; // Of what was known of the disk, against one more measure.

    private final Executor thread;
    private final Clock clock;
    private final Listener listener;
    private @Nullable LogAppender log; // This and what follows: guarded by this.
    private @Nullable Executor loop; // Of who asked last.
    private long usualNanos = Long.MAX_VALUE;
    private boolean asked;
    private long requested;
    private long served;
    private boolean scheduled;
    private boolean syncing;
    private boolean held;

    /** Who hears what came of it, where it was waited for: on the loop, or on the thread if that is null. */
    interface Listener {
        /** Up to this version all is on the disk. */
        void synced(long version, @Nullable Executor loop);

        /** It will never be known what is on the disk. */
        void failed(IOException cause, @Nullable Executor loop);
    }

    /** @param thread runs one task after the other */
    Syncer(Executor thread, Clock clock, Listener listener) {
        this.thread = thread;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Asks for everything up to this version, which was written before. What is on the disk already is told again.
     *
     * @param from the loop of who asks, where a quick disk may be waited for
     */
    synchronized void request(long version, @Nullable Executor from) {
        asked = true;
        loop = from;
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
        awaitDisk();
    }

    /** Runs a task when no {@code fsync} of before is under way any more: for closing a file. */
    void afterwards(Runnable task) {
        thread.execute(() -> {
            awaitDisk();
            task.run();
        });
    }

    private synchronized void awaitDisk() {
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

    private void schedule() {
        if (!asked || scheduled || syncing || held || log == null) {
            return;
        }
        scheduled = true;
        Executor near = loop;
        if (near == null || usualNanos > QUICK_NANOS || !execute(near)) {
            thread.execute(() -> run(null));
        }
    }

    /** False if that loop has ended. */
    private boolean execute(Executor near) {
        try {
            near.execute(() -> run(near));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private void run(@Nullable Executor where) {
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
                sync(file);
            }
        } catch (IOException e) {
            ended(Long.MAX_VALUE);
            listener.failed(e, where);
            return;
        }
        ended(version); // Before it is told, since who hears of it may stop this.
        listener.synced(version, where);
    }

    private void sync(LogAppender file) throws IOException {
        long begun = clock.nanoTime();
        file.sync();
        measured(clock.nanoTime() - begun);
    }

    private synchronized void measured(long nanos) {
        usualNanos = usualNanos == Long.MAX_VALUE ? nanos : usualNanos + (nanos - usualNanos) / WEIGHT;
    }

    private synchronized void ended(long version) {
        served = Math.max(served, version);
        syncing = false;
        notifyAll();
        schedule();
    }
}
