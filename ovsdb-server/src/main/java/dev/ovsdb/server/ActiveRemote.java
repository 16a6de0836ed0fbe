package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.reconnect.Backoff;
import dev.ovsdb.jsonrpc.reconnect.BackoffOptions;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Connects to a peer, and again whenever that fails or the session ends. Confined to the home loop but for what it tells.
 *
 * <p>connecting --(connected)--&gt; active --(ended)--&gt; back-off --&gt; connecting; connecting --(failed)--&gt; back-off; --stop--&gt; void,
 * from any of these.
 */
final class ActiveRemote extends ServerRemote {
    private static final Duration MIN_BACKOFF = Duration.ofSeconds(1);

    private final ConnectionMethod.Active method;
    private Backoff backoff;
    private volatile RemoteStatus.State state = RemoteStatus.State.BACKOFF;
    private @Nullable CompletableFuture<Transport> attempt;

    ActiveRemote(ListeningServer server, RemoteOptions options, ConnectionMethod.Active method) {
        super(server, options);
        this.method = method;
        this.backoff = newBackoff(options);
        backoff.next(); // The first attempt needs no wait.
        firstAttempt.complete(this);
    }

    private Backoff newBackoff(RemoteOptions current) {
        Duration max = current.maxBackoff();
        Duration min = max.compareTo(MIN_BACKOFF) < 0 ? max : MIN_BACKOFF;
        return new Backoff(new BackoffOptions(min, max, 0), server.options.ids);
    }

    @Override
    public void update(RemoteOptions changed) {
        boolean otherBackoff = !changed.maxBackoff().equals(options.maxBackoff());
        super.update(changed);
        if (otherBackoff) {
            home.execute(() -> {
                backoff = newBackoff(changed);
                backoff.next();
            });
        }
    }

    @Override
    void attempt() {
        if (stopped) {
            return;
        }
        state = RemoteStatus.State.CONNECTING;
        attempt = server.loops
                .connector()
                .connect(method, connectOptions(), server.loops.connector().eventLoop());
        attempt.whenComplete((transport, failure) -> {
            if (transport != null) {
                // Not here: a connection that was quick is told on the home loop, and the peer could speak before its
                // session is there.
                transport.eventLoop().execute(() -> connected(transport));
            } else {
                home.execute(() -> failed(failure));
            }
        });
    }

    private ConnectOptions connectOptions() {
        ConnectOptions plain = ConnectOptions.defaults();
        ConnectOptions marked =
                options.dscp().isPresent() ? plain.withDscp(options.dscp().getAsInt()) : plain;
        return method.isTls() ? marked.withTls(server.tls(options).orElseThrow()) : marked;
    }

    /** On the transport's loop. */
    private void connected(Transport transport) {
        if (stopped) {
            transport.close();
            return;
        }
        PeerSession session = begin(transport, this::active, ended -> {
            Duration lasted = ended.age();
            home.execute(() -> lost(lasted));
        });
        if (session == null) {
            home.execute(() -> lost(Duration.ZERO));
        }
    }

    private void active() {
        state = RemoteStatus.State.ACTIVE;
        LOG.info("{}: connected", this);
    }

    private void lost(Duration lasted) {
        backoff.sessionEnded(lasted, false);
        retry();
    }

    private void failed(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        String reason = String.valueOf(cause == null ? null : cause.getMessage());
        if (!reason.equals(lastError)) {
            LOG.info("{}: connection attempt failed ({})", this, reason);
        }
        lastError = reason;
        retry();
    }

    private void retry() {
        if (stopped) {
            return;
        }
        state = RemoteStatus.State.BACKOFF;
        attemptIn(backoff.next());
    }

    @Override
    public ConnectionMethod method() {
        return method;
    }

    @Override
    public RemoteStatus status() {
        return new RemoteStatus(
                stopped ? RemoteStatus.State.VOID : state,
                sessions.size(),
                sinceConnect(),
                sinceDisconnect(),
                Optional.ofNullable(lastError),
                OptionalInt.empty());
    }

    @Override
    CompletableFuture<?> end() {
        if (attempt != null && !attempt.isDone()) {
            attempt.cancel(false);
        }
        return CompletableFuture.completedFuture(null);
    }
}
