package dev.ovsdb.idl;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.idl.feed.Pace;
import dev.ovsdb.jsonrpc.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Has a thread wait for what a replica will come to, but never an event loop. Where the application has the pace, the thread that waits
 * takes in what arrives: nobody else would.
 */
final class Waiting {
    private final OvsdbClient client;
    private final Pace pace;
    private final Clock clock;

    Waiting(OvsdbClient client, Pace pace, Clock clock) {
        this.client = client;
        this.pace = pace;
        this.clock = clock;
    }

    /** Whether the future completed in time. Throws what it failed with. */
    boolean on(Supplier<CompletableFuture<Void>> begin, Duration timeout) {
        if (client.eventLoop().inAnyEventLoop()) {
            throw new IllegalStateException("await was called on an event loop, which would wait for itself");
        }
        CompletableFuture<Void> future = begin.get();
        try {
            if (pace.isManual()) {
                runUntil(future, timeout);
            }
            future.get(pace.isManual() ? 0 : timeout.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted");
            cancelled.initCause(e);
            throw cancelled;
        } finally {
            future.cancel(false);
        }
    }

    private void runUntil(CompletableFuture<Void> future, Duration timeout) throws InterruptedException {
        long end = clock.nanoTime() + timeout.toNanos();
        pace.run();
        while (!future.isDone()) {
            long left = end - clock.nanoTime();
            if (left <= 0 || !pace.run(Duration.ofNanos(left))) {
                return;
            }
        }
    }
}
