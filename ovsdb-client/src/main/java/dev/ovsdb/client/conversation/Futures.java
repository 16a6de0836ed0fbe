package dev.ovsdb.client.conversation;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Futures that belong together. */
public final class Futures {
    private Futures() {}

    /** What becomes of one becomes of the other, and its failure as it is, without the wrapping of stages. */
    public static <T extends @Nullable Object> void tell(CompletableFuture<T> from, CompletableFuture<T> to) {
        from.whenComplete((value, failure) -> {
            if (failure == null) {
                to.complete(value);
            } else {
                to.completeExceptionally(Failures.unwrap(failure));
            }
        });
    }
}
