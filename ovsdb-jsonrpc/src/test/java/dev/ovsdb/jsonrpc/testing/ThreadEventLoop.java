package dev.ovsdb.jsonrpc.testing;

import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An event loop with a thread of its own and the real clock, for tests whose own thread blocks. */
public final class ThreadEventLoop implements EventLoop, AutoCloseable {
    private volatile @Nullable Thread thread;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "test-loop");
        made.setDaemon(true);
        thread = made;
        return made;
    });

    @Override
    public void execute(Runnable task) {
        executor.execute(task);
    }

    @Override
    public boolean inEventLoop() {
        return Thread.currentThread() == thread;
    }

    @Override
    public Clock clock() {
        return Clock.system();
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        ScheduledFuture<?> scheduled = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
