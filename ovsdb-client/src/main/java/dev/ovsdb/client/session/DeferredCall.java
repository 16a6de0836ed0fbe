package dev.ovsdb.client.session;

import dev.ovsdb.client.conversation.Conversation;
import dev.ovsdb.client.conversation.Failures;
import dev.ovsdb.client.conversation.Gate;
import dev.ovsdb.client.conversation.Passenger;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call that is made when there is a conversation, and its future. */
final class DeferredCall<T> extends CompletableFuture<T> implements Passenger {
    private final Gate gate;
    private final String name;
    private final Duration patience;
    private final Function<Conversation, CompletableFuture<T>> call;
    private volatile @Nullable CompletableFuture<T> made;

    private DeferredCall(Gate gate, String name, Duration patience, Function<Conversation, CompletableFuture<T>> call) {
        this.gate = gate;
        this.name = name;
        this.patience = patience;
        this.call = call;
    }

    /** Makes the call, now or later. */
    static <T> CompletableFuture<T> through(
            Gate gate, String name, Duration patience, Function<Conversation, CompletableFuture<T>> call) {
        DeferredCall<T> deferred = new DeferredCall<>(gate, name, patience, call);
        gate.pass(deferred);
        return deferred;
    }

    @Override
    public void go(Conversation conversation) {
        if (isDone()) {
            return;
        }
        CompletableFuture<T> result;
        try {
            result = call.apply(conversation);
        } catch (RuntimeException e) {
            completeExceptionally(e);
            return;
        }
        made = result;
        result.whenComplete((value, failure) -> {
            if (failure == null) {
                complete(value);
            } else {
                completeExceptionally(Failures.unwrap(failure));
            }
        });
        if (isCancelled()) {
            result.cancel(false); // Cancelled between the two.
        }
    }

    @Override
    public void refused(RuntimeException cause) {
        completeExceptionally(cause);
    }

    @Override
    public String requestName() {
        return name;
    }

    @Override
    public Duration patience() {
        return patience;
    }

    /** Forgets the call: it is not made, or its answer is passed over. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        CompletableFuture<T> result = made;
        if (result != null) {
            result.cancel(false);
        } else {
            gate.leave(this);
        }
        return cancelled;
    }
}
