package dev.ovsdb.testkit.fault;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Something that happens when a message comes by: an action of the test, before the message passes on. Happens once. Thread-safe.
 */
public final class Cue {
    /** What the test does, on the proxy's thread: the message, and those behind it, wait meanwhile. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    private final Action action;
    private final CompletableFuture<ProxiedMessage> done = new CompletableFuture<>();

    Cue(Action action) {
        this.action = action;
    }

    /** Whether it has happened, well or not. */
    public boolean isDone() {
        return done.isDone();
    }

    /**
     * Waits until it has happened, and returns the message that brought it about.
     *
     * @throws IllegalStateException if it does not happen while patience lasts, or the action failed; that is the cause then
     */
    public ProxiedMessage await(Duration patience) {
        return await(done, patience, "the message did not come");
    }

    void happen(ProxiedMessage message) {
        try {
            action.run();
            done.complete(message);
        } catch (Exception | AssertionError e) {
            done.completeExceptionally(e);
        }
    }

    static <T> T await(CompletableFuture<T> future, Duration patience, String late) {
        try {
            return future.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(late + " within " + patience, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the action failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
