package dev.ovsdb.client.session;

import dev.ovsdb.client.conversation.Conversation;
import dev.ovsdb.client.conversation.Failures;
import dev.ovsdb.client.conversation.Gate;
import dev.ovsdb.client.conversation.Passenger;
import dev.ovsdb.jsonrpc.connection.PendingCall;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A transaction and its future. Cancelling it cancels the transaction at the server too, if the request has left and is
 * unanswered; that is decided on the event loop, where requests leave and answers arrive.
 */
final class TransactCall<T> extends CompletableFuture<T> implements Passenger {
    private final Gate gate;
    private final Duration patience;
    private final Function<Conversation, Sent<T>> sender;
    private volatile @Nullable Sent<T> sent;

    /**
     * A transaction that was handed to a connection.
     *
     * @param call the request
     * @param result what becomes of it, which may come from more than the answer
     */
    record Sent<T>(Conversation conversation, PendingCall<?> call, CompletableFuture<T> result) {}

    private TransactCall(Gate gate, Duration patience, Function<Conversation, Sent<T>> sender) {
        this.gate = gate;
        this.patience = patience;
        this.sender = sender;
    }

    /** Makes the call, now or later. */
    static <T> TransactCall<T> through(Gate gate, Duration patience, Function<Conversation, Sent<T>> sender) {
        TransactCall<T> call = new TransactCall<>(gate, patience, sender);
        gate.pass(call);
        return call;
    }

    @Override
    public void go(Conversation conversation) {
        if (isDone()) {
            return;
        }
        Sent<T> now;
        try {
            now = sender.apply(conversation);
        } catch (RuntimeException e) {
            completeExceptionally(e);
            return;
        }
        sent = now;
        now.result().whenComplete(this::answered);
        if (isCancelled()) {
            withdraw(now); // Cancelled between the two.
        }
    }

    private void answered(@Nullable T value, @Nullable Throwable failure) {
        if (failure == null) {
            complete(value);
        } else {
            completeExceptionally(Failures.unwrap(failure));
        }
    }

    @Override
    public void refused(RuntimeException cause) {
        completeExceptionally(cause);
    }

    @Override
    public String requestName() {
        return "transact";
    }

    @Override
    public Duration patience() {
        return patience;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        Sent<T> now = sent;
        if (now == null) {
            gate.leave(this);
        } else if (cancelled) {
            withdraw(now);
        }
        return cancelled;
    }

    private static void withdraw(Sent<?> now) {
        now.conversation().withdraw(now.call());
    }

    /** Asks the server to give up; the answer, if the server gives one, still ends the future. */
    CompletableFuture<Boolean> cancelAndWait() {
        Sent<T> now = sent;
        if (now == null) {
            cancel(false);
            return CompletableFuture.completedFuture(false);
        }
        return now.conversation().cancel(now.call());
    }
}
