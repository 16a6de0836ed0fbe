package dev.ovsdb.client.session;

import dev.ovsdb.client.ServerRejectedException;
import dev.ovsdb.client.SessionState;
import dev.ovsdb.client.conversation.Conversation;
import dev.ovsdb.client.conversation.Failures;
import dev.ovsdb.client.server.StaleMark;
import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.jsonrpc.connection.JsonRpcConnection;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.tls.TlsFailures;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One try at one remote: dial, open, negotiate, all within the connect time-out. Confined to the event loop. */
final class ConnectionAttempt {
    private final ConnectionMethod.Active remote;
    private final SessionCore core;
    private final SessionOptions options;
    private final StaleMark mark;
    private @Nullable CompletableFuture<Transport> dialling;
    private @Nullable Conversation conversation;
    private boolean abandoned;

    ConnectionAttempt(ConnectionMethod.Active remote, SessionCore core, SessionOptions options, StaleMark mark) {
        this.remote = remote;
        this.core = core;
        this.options = options;
        this.mark = mark;
    }

    ConnectionMethod.Active remote() {
        return remote;
    }

    /**
     * Tries.
     *
     * @param unfit told when the server is turned down after it was accepted
     * @return the conversation, ready to serve; or why there is none: what was opened is closed then
     */
    CompletableFuture<Conversation> run(Dialer dialer, BiConsumer<Conversation, ServerRejectedException> unfit) {
        long begun = core.loop().clock().nanoTime();
        try {
            dialling = dialer.dial(remote);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e); // A connector that refuses what it is asked for.
        }
        return dialling.thenCompose(transport -> negotiate(transport, begun, unfit));
    }

    private CompletableFuture<Conversation> negotiate(
            Transport transport, long begun, BiConsumer<Conversation, ServerRejectedException> unfit) {
        Conversation opened = Conversation.open(
                handler -> JsonRpcConnection.open(transport, options.connectionOptions(transport.info()), handler),
                options.timeouts(),
                options.schemas(),
                options.ids());
        conversation = opened;
        if (abandoned) {
            opened.close();
            return CompletableFuture.failedFuture(new java.util.concurrent.CancellationException("closed"));
        }
        core.moveTo(SessionState.NEGOTIATING);
        CompletableFuture<Conversation> ready =
                new Negotiation(opened, options, mark).run(why -> unfit.accept(opened, why));
        EventLoop.Timer limit = core.loop().schedule(left(begun), () -> opened.close(tooSlow()));
        return ready.whenComplete((done, failure) -> {
                    limit.cancel();
                    if (failure != null) {
                        opened.close();
                    }
                })
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(trust(failure)));
    }

    /** Under TLS 1.3 a server refuses our certificate only after we are connected, which is a failure to connect all the same. */
    private Throwable trust(Throwable failure) {
        if (!TlsFailures.isTrustFailure(failure)) {
            return failure;
        }
        Throwable cause = Failures.unwrap(failure);
        return new ConnectFailedException(
                ConnectFailedException.Kind.UNTRUSTED, remote + ": not trusted: " + cause.getMessage(), cause);
    }

    private Duration left(long begun) {
        Duration spent = Duration.ofNanos(core.loop().clock().nanoTime() - begun);
        Duration left = options.timeouts().connect().minus(spent);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private RequestTimeoutException tooSlow() {
        return new RequestTimeoutException(
                remote + ": negotiation", options.timeouts().connect());
    }

    /** Closes whatever there is. Completes when it is gone. */
    CompletableFuture<?> abandon() {
        abandoned = true;
        if (conversation != null) {
            conversation.close();
            return conversation.closed();
        }
        if (dialling != null) {
            dialling.cancel(false); // The connector closes what still comes about.
        }
        return CompletableFuture.completedFuture(null);
    }
}
