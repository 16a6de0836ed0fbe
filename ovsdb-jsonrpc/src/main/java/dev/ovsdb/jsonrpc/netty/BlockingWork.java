package dev.ovsdb.jsonrpc.netty;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A few threads for what must not block an event loop. They come when needed and go when idle. */
final class BlockingWork implements Executor {
    /** Looking up a name may take seconds; one dead name server must not hold up every other connect at once. */
    private static final int THREADS = 4;

    private static final long IDLE_SECONDS = 5;

    private final ThreadPoolExecutor pool;

    BlockingWork() {
        pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new DefaultThreadFactory("ovsdb-blocking", true));
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    /** Does what was given and takes no more; never interrupts. */
    void close(boolean wait) {
        pool.shutdown();
        if (!wait) return;
        try {
            pool.awaitTermination(IDLE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
