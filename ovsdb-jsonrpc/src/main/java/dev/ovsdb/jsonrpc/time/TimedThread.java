package dev.ovsdb.jsonrpc.time;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One daemon thread that runs tasks in the order in which they were given, or when their time has come. It exists while there
 * is work, and a few seconds longer. Thread-safe.
 */
public final class TimedThread implements Executor, AutoCloseable {
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(5);

    private final String name;
    private final ScheduledThreadPoolExecutor executor;
    private volatile @Nullable Thread thread;
    private volatile boolean closed;

    public TimedThread(String name) {
        this(name, KEEP_ALIVE);
    }

    TimedThread(String name, Duration keepAlive) {
        this.name = name;
        executor = new ScheduledThreadPoolExecutor(1, this::newThread);
        executor.setKeepAliveTime(keepAlive.toMillis(), TimeUnit.MILLISECONDS);
        executor.allowCoreThreadTimeOut(true);
        executor.setRemoveOnCancelPolicy(true);
    }

    private Thread newThread(Runnable task) {
        Thread made = new Thread(task, name);
        made.setDaemon(true);
        thread = made;
        return made;
    }

    /** Whether the caller runs on this thread. */
    public boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    /** Runs a task behind those given before; also after this was closed, so that nobody waits for ever. */
    @Override
    public void execute(Runnable task) {
        executor.execute(task);
    }

    /**
     * Runs a task when the delay is over, unless this is closed by then.
     *
     * @return forgets the task if it has not begun
     */
    public Runnable schedule(Duration delay, Runnable task) {
        if (closed) {
            return () -> {};
        }
        ScheduledFuture<?> timer = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> timer.cancel(false);
    }

    /** Forgets what waits for its time, and lets the thread end as soon as it has nothing to do. Idempotent. */
    @Override
    public void close() {
        closed = true;
        executor.getQueue().removeIf(task -> task instanceof ScheduledFuture<?> timer && isWaiting(timer));
        executor.setKeepAliveTime(
                1, TimeUnit.MILLISECONDS); // Else a program of many short-lived engines heaps up threads.
    }

    private static boolean isWaiting(ScheduledFuture<?> task) {
        return task.getDelay(TimeUnit.NANOSECONDS) > 0;
    }
}
