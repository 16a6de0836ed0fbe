package dev.ovsdb.client.session;

import dev.ovsdb.client.conversation.Conversation;
import dev.ovsdb.client.conversation.Gate;
import dev.ovsdb.jsonrpc.connection.PendingCall;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A transaction and its future. Cancelling it cancels the transaction at the server too, if the request has left and is
 * unanswered; that is decided on the event loop, where requests leave and answers arrive.
 */
final class TransactCall<T> extends GatedCall<T> {
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
        super(gate, "transact", patience);
        this.sender = sender;
    }

    /** Makes the call, now or later. */
    static <T> TransactCall<T> through(Gate gate, Duration patience, Function<Conversation, Sent<T>> sender) {
        TransactCall<T> call = new TransactCall<>(gate, patience, sender);
        gate.pass(call);
        return call;
    }

    @Override
    CompletableFuture<T> make(Conversation conversation) {
        Sent<T> now = sender.apply(conversation);
        sent = now;
        return now.result();
    }

    @Override
    void withdraw(CompletableFuture<T> made) {
        Sent<T> now = sent;
        if (now != null) {
            now.conversation().withdraw(now.call());
        }
    }

    /** Asks the server to give up; the answer, if the server gives one, still ends the future. */
    CompletableFuture<Boolean> cancelAndWait() {
        Sent<T> now = sent;
        if (now == null || !isMade()) {
            cancel(false);
            return CompletableFuture.completedFuture(false);
        }
        return now.conversation().cancel(now.call());
    }
}
