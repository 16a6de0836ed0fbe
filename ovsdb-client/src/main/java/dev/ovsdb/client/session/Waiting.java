package dev.ovsdb.client.session;

import dev.ovsdb.jsonrpc.transport.EventLoop;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Waits for futures, but never on an event loop. */
final class Waiting {
    private final Supplier<EventLoop> loop;

    Waiting(Supplier<EventLoop> loop) {
        this.loop = loop;
    }

    /** @throws IllegalStateException on an event loop */
    void check() {
        if (loop.get().inAnyEventLoop()) {
            throw new IllegalStateException(
                    "a blocking method was called on an event loop, which would wait for itself");
        }
    }

    /** The future's result, or what it failed with. */
    <T> T on(CompletableFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw rethrown(e);
        } catch (InterruptedException e) {
            future.cancel(false);
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted");
            cancelled.initCause(e);
            throw cancelled;
        }
    }

    private static RuntimeException rethrown(ExecutionException e) {
        Throwable failure = e.getCause();
        if (failure instanceof RuntimeException known) {
            showCallSite(known);
            return known;
        }
        return new IllegalStateException(failure);
    }

    /** It was made on the event loop: show who waited, too. Only the first, or a failure kept for long would grow. */
    private static void showCallSite(RuntimeException failure) {
        synchronized (failure) {
            if (Stream.of(failure.getSuppressed()).noneMatch(CallSite.class::isInstance)) {
                failure.addSuppressed(new CallSite());
            }
        }
    }

    /** Where a blocking call was made. */
    private static final class CallSite extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CallSite() {
            super("waited for here");
        }
    }
}
