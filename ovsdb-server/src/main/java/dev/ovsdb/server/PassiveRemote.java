package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.transport.Acceptor;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.jsonrpc.transport.Listener;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Listens at one place.
 *
 * <p>attempting --(fails)--&gt; waiting for a second --&gt; attempting; --(listens)--&gt; listening; --stop--&gt; stopped, from any of these.
 */
final class PassiveRemote extends ServerRemote implements Acceptor {
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private final ConnectionMethod.Passive wanted;
    private volatile @Nullable Listener listener;
    private @Nullable CompletableFuture<Listener> attempt;
    private @Nullable String loggedFailure;

    PassiveRemote(ListeningServer server, RemoteOptions options, ConnectionMethod.Passive method) {
        super(server, options);
        this.wanted = method;
    }

    @Override
    void attempt() {
        if (stopped) {
            return;
        }
        attempt = server.loops.binder().listen(wanted, listenOptions(), this);
        attempt.whenComplete((now, failure) -> home.execute(() -> attempted(now, failure)));
    }

    private ListenOptions listenOptions() {
        ListenOptions plain = ListenOptions.defaults().withBacklog(options.backlog());
        ListenOptions marked =
                options.dscp().isPresent() ? plain.withDscp(options.dscp().getAsInt()) : plain;
        return wanted.isTls() ? marked.withTlsSource(() -> server.tls(options).orElseThrow()) : marked;
    }

    private void attempted(@Nullable Listener now, @Nullable Throwable failure) {
        if (now != null && stopped) {
            now.close();
        } else if (now != null) {
            listener = now;
            lastError = null;
            firstAttempt.complete(this);
        } else if (!stopped) {
            failed(failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
        }
    }

    private void failed(@Nullable Throwable failure) {
        String reason = String.valueOf(failure == null ? null : failure.getMessage());
        lastError = reason;
        if (!reason.equals(loggedFailure)) {
            LOG.error("{}: listen failed: {}", this, reason);
            loggedFailure = reason;
        }
        firstAttempt.completeExceptionally(failure == null ? new IllegalStateException(reason) : failure);
        attemptIn(BETWEEN_ATTEMPTS);
    }

    @Override
    public void accepted(Transport transport) {
        if (stopped) {
            transport.close();
            return;
        }
        begin(transport, () -> {}, ended -> {});
    }

    @Override
    public ConnectionMethod method() {
        Listener now = listener;
        return now == null ? wanted : now.method();
    }

    @Override
    public RemoteStatus status() {
        Listener now = listener;
        OptionalInt port = now == null || wanted.isUnix() ? OptionalInt.empty() : OptionalInt.of(now.port());
        RemoteStatus.State state = sessions.isEmpty() ? RemoteStatus.State.VOID : RemoteStatus.State.ACTIVE;
        return new RemoteStatus(
                state, sessions.size(), sinceConnect(), sinceDisconnect(), Optional.ofNullable(lastError), port);
    }

    @Override
    CompletableFuture<?> end() {
        Listener now = listener;
        listener = null;
        if (attempt != null && !attempt.isDone()) {
            attempt.cancel(false);
        }
        return now == null ? CompletableFuture.completedFuture(null) : Objects.requireNonNull(now.closeAsync());
    }
}
