package dev.ovsdb.client.session;

import dev.ovsdb.client.conversation.Conversation;
import dev.ovsdb.client.conversation.Failures;
import dev.ovsdb.client.conversation.Gate;
import dev.ovsdb.client.conversation.Passenger;
import dev.ovsdb.client.conversation.Ticket;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A call and its future: made when there is a conversation, and again with the next if that one ended before the request was
 * sent.
 */
abstract class GatedCall<T> extends CompletableFuture<T> implements Passenger {
    private final Gate gate;
    private final Ticket ticket;
    private volatile @Nullable CompletableFuture<T> made;

    GatedCall(Gate gate, String request, Duration patience) {
        this.gate = gate;
        this.ticket = gate.ticket(request, patience);
    }

    /** Makes the call. */
    abstract CompletableFuture<T> make(Conversation conversation);

    /** Forgets a call that was made. */
    abstract void withdraw(CompletableFuture<T> call);

    @Override
    public final Ticket ticket() {
        return ticket;
    }

    /** Whether a conversation has the call, or had it last. */
    final boolean isMade() {
        return made != null;
    }

    @Override
    public final void go(Conversation conversation) {
        if (isDone()) {
            return;
        }
        CompletableFuture<T> call;
        try {
            call = make(conversation);
        } catch (RuntimeException e) {
            completeExceptionally(e);
            return;
        }
        made = call;
        call.whenComplete((value, failure) -> {
            if (failure == null) {
                complete(value);
            } else {
                failed(conversation, Failures.unwrap(failure));
            }
        });
        if (isCancelled()) {
            withdraw(call); // Cancelled between the two.
        }
    }

    private void failed(Conversation conversation, Throwable failure) {
        if (isDone() || !(failure instanceof ConnectionClosedException closed) || closed.requestWritten()) {
            completeExceptionally(failure);
            return;
        }
        made = null;
        gate.comeBack(this, conversation, closed);
        if (isDone()) {
            gate.leave(this); // Cancelled meanwhile.
        }
    }

    @Override
    public final void refused(RuntimeException cause) {
        completeExceptionally(cause);
    }

    /** Forgets the call: it is not made, or its answer is passed over. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        CompletableFuture<T> call = made;
        if (call == null) {
            gate.leave(this);
        } else if (cancelled) {
            withdraw(call);
        }
        return cancelled;
    }
}
