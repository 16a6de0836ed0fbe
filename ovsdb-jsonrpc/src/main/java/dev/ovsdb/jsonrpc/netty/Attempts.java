package dev.ovsdb.jsonrpc.netty;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * The connects and listens under way. Closing fails them: the threads on which they would have gone on end without a word.
 * Thread-safe: guarded by its monitor, which is never held while a future completes.
 */
final class Attempts {
    private final Map<CompletableFuture<?>, ConnectionMethod> underWay = new LinkedHashMap<>();
    private boolean closed;

    /** Begins an attempt, whose future fails if this is closed before or meanwhile. */
    <T> CompletableFuture<T> begin(ConnectionMethod method, Supplier<CompletableFuture<T>> attempt) {
        if (isClosed()) return CompletableFuture.failedFuture(ConnectFailures.closed(method, null));
        CompletableFuture<T> result;
        try {
            result = attempt.get();
        } catch (RejectedExecutionException e) { // The threads were quicker to end, or are the user's.
            return CompletableFuture.failedFuture(ConnectFailures.closed(method, e));
        }
        if (add(method, result)) {
            result.whenComplete((done, failure) -> remove(result));
        } else {
            result.completeExceptionally(ConnectFailures.closed(method, null));
        }
        return result;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized boolean add(ConnectionMethod method, CompletableFuture<?> attempt) {
        if (!closed) underWay.put(attempt, method);
        return !closed;
    }

    private synchronized void remove(CompletableFuture<?> attempt) {
        underWay.remove(attempt);
    }

    void close() {
        takeAll().forEach((attempt, method) -> attempt.completeExceptionally(ConnectFailures.closed(method, null)));
    }

    private synchronized Map<CompletableFuture<?>, ConnectionMethod> takeAll() {
        closed = true;
        Map<CompletableFuture<?>, ConnectionMethod> all = new LinkedHashMap<>(underWay);
        underWay.clear();
        return all;
    }
}
