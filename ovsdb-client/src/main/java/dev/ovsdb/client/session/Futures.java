package dev.ovsdb.client.session;

import dev.ovsdb.client.conversation.Failures;
import java.util.concurrent.CompletableFuture;

/** Futures that belong together. */
final class Futures {
    private Futures() {}

    /** What becomes of one becomes of the other; a cancel of the other cancels the one. */
    static <T> void tie(CompletableFuture<T> from, CompletableFuture<T> to) {
        from.whenComplete((value, failure) -> {
            if (failure == null) {
                to.complete(value);
            } else {
                to.completeExceptionally(Failures.unwrap(failure));
            }
        });
        to.whenComplete((value, failure) -> {
            if (to.isCancelled()) {
                from.cancel(false);
            }
        });
    }
}
