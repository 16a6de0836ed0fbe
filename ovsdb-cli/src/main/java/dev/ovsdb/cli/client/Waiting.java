package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.InterruptedCommandException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits on the program's thread for what happens on an event loop. */
final class Waiting {
    private Waiting() {}

    /**
     * The future's result.
     *
     * @throws Failed if it has none
     * @throws InterruptedCommandException if the program is to end
     */
    static <T> T on(CompletableFuture<T> future) throws Failed {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new Failed(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptedCommandException();
        }
    }

    /** A future completed exceptionally. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;
        private final Throwable reason;

        private Failed(Throwable reason) {
            super(reason);
            this.reason = reason;
        }

        Throwable reason() {
            return reason;
        }
    }
}
