package dev.ovsdb.server.engine.lane;

import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The engine's own loop, for what no connection's loop is there for. Its one thread exists while there is work.
 *
 * <p>It takes work after it was closed too, so that nobody waits for ever for what is asked too late; timers end.
 */
public final class HomeLoop implements EventLoop, AutoCloseable {
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(5);

    private final Clock clock;
    private final ScheduledThreadPoolExecutor executor;
    private volatile @Nullable Thread thread;
    private volatile boolean closed;

    public HomeLoop(String name, Clock clock) {
        this.clock = clock;
        executor = new ScheduledThreadPoolExecutor(1, task -> newThread(name, task));
        executor.setKeepAliveTime(KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS);
        executor.allowCoreThreadTimeOut(true);
        executor.setRemoveOnCancelPolicy(true);
    }

    private Thread newThread(String name, Runnable task) {
        Thread made = new Thread(task, name);
        made.setDaemon(true);
        thread = made;
        return made;
    }

    @Override
    public boolean inEventLoop() {
        return Thread.currentThread() == thread;
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(task);
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        if (closed) {
            return () -> {};
        }
        ScheduledFuture<?> timer = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> timer.cancel(false);
    }

    @Override
    public void close() {
        closed = true;
        executor.getQueue().removeIf(task -> task instanceof ScheduledFuture<?> timer && isTimer(timer));
    }

    private static boolean isTimer(ScheduledFuture<?> task) {
        return task.getDelay(TimeUnit.NANOSECONDS) > 0;
    }
}
