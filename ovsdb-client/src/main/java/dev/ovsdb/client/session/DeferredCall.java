package dev.ovsdb.client.session;

import dev.ovsdb.client.conversation.Conversation;
import dev.ovsdb.client.conversation.Gate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Any call that the server need not hear of when it is cancelled. */
final class DeferredCall<T> extends GatedCall<T> {
    private final Function<Conversation, CompletableFuture<T>> call;

    private DeferredCall(
            Gate gate, String request, Duration patience, Function<Conversation, CompletableFuture<T>> call) {
        super(gate, request, patience);
        this.call = call;
    }

    /** Makes the call, now or later. */
    static <T> CompletableFuture<T> through(
            Gate gate, String request, Duration patience, Function<Conversation, CompletableFuture<T>> call) {
        DeferredCall<T> deferred = new DeferredCall<>(gate, request, patience, call);
        gate.pass(deferred);
        return deferred;
    }

    @Override
    CompletableFuture<T> make(Conversation conversation) {
        return call.apply(conversation);
    }

    @Override
    void withdraw(CompletableFuture<T> made) {
        made.cancel(false);
    }
}
