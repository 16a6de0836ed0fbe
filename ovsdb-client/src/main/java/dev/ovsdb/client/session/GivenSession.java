package dev.ovsdb.client.session;

import dev.ovsdb.client.SessionState;
import dev.ovsdb.client.conversation.Conversation;
import dev.ovsdb.client.conversation.Failures;
import dev.ovsdb.client.server.StaleMark;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A session on the one connection that it was given: when that ends, so does the session. Confined to the event loop, but
 * for the methods of {@link Driver}.
 */
final class GivenSession implements Driver {
    private final SessionCore core;
    private final SessionOptions options;
    private final Supplier<Conversation> opener;
    private final CompletableFuture<Void> live = new CompletableFuture<>();
    private final CompletableFuture<Void> released = new CompletableFuture<>();
    private @Nullable Conversation conversation;
    private boolean over;

    GivenSession(SessionCore core, SessionOptions options, Supplier<Conversation> opener) {
        this.core = core;
        this.options = options;
        this.opener = opener;
    }

    /** Completes when the session is live, fails when it ended before. */
    CompletableFuture<Void> live() {
        return live;
    }

    @Override
    public void start() {
        if (core.loop().inEventLoop()) {
            open(); // A transport that was just accepted is started in the same turn.
        } else {
            core.loop().execute(this::open);
        }
    }

    private void open() {
        if (over) {
            return;
        }
        Conversation opened;
        try {
            opened = opener.get();
        } catch (RuntimeException e) {
            finish(e);
            return;
        }
        conversation = opened;
        core.moveTo(SessionState.NEGOTIATING);
        opened.closed().thenAccept(cause -> core.loop().execute(() -> finish(SessionCore.orHungUp(cause))));
        Duration patience = options.timeouts().connect();
        EventLoop.Timer limit = core.loop().schedule(patience, () -> opened.close(tooSlow(opened, patience)));
        new Negotiation(opened, options, new StaleMark())
                .run(why -> opened.close(new ConnectionClosedException(String.valueOf(why.getMessage()), true, why)))
                .whenComplete((ready, failure) -> {
                    limit.cancel();
                    negotiated(opened, failure == null ? null : Failures.unwrap(failure));
                });
    }

    private static RequestTimeoutException tooSlow(Conversation opened, Duration patience) {
        return new RequestTimeoutException(opened.info() + ": negotiation", patience);
    }

    private void negotiated(Conversation opened, @Nullable Throwable failure) {
        if (failure != null) {
            finish(failure);
        } else if (!over && opened.isOpen()) {
            core.live(opened);
            live.complete(null);
        }
    }

    @Override
    public void close() {
        core.onLoopUnlessOver(() -> finish(null));
    }

    @Override
    public void forceReconnect() {
        throw new IllegalStateException("this session was given its connection, and cannot make another");
    }

    @Override
    public void setRemotes(List<? extends ConnectionMethod.Active> remotes) {
        throw new IllegalStateException("this session was given its connection, and has no remotes");
    }

    @Override
    public CompletableFuture<Void> released() {
        return released;
    }

    private void finish(@Nullable Throwable cause) {
        if (over) {
            return;
        }
        over = true;
        CompletableFuture<?> gone = CompletableFuture.completedFuture(null);
        if (conversation != null) {
            conversation.close();
            gone = conversation.closed();
        }
        core.end(cause);
        live.completeExceptionally(SessionCore.closedBecause(cause));
        gone.handle((done, failure) -> released.complete(null));
    }
}
