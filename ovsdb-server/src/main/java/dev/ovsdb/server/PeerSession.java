package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonRpcException;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.OutboundLimitException;
import dev.ovsdb.jsonrpc.connection.ConnectionOptions;
import dev.ovsdb.jsonrpc.connection.IncomingRequest;
import dev.ovsdb.jsonrpc.connection.JsonRpcConnection;
import dev.ovsdb.jsonrpc.connection.PeerHandler;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.TlsInfo;
import dev.ovsdb.jsonrpc.transport.Transport;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import dev.ovsdb.protocol.rpc.Cancel;
import dev.ovsdb.protocol.rpc.Echo;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One peer: between its connection and the session that the handler made for it.
 *
 * <p>serving --drain--&gt; draining (reads nothing more, waits for answers to be made and to leave) --&gt; closed. Confined to the
 * event loop but for what {@link ServerConnection} and requests offer to any thread.
 */
final class PeerSession implements ServerConnection, PeerHandler {
    /** Is told, on the session's loop, that it has ended. */
    interface EndListener {
        void ended(@Nullable Throwable cause);
    }

    private static final Logger LOG = LoggerFactory.getLogger(OvsdbServer.class);
    private static final Logger LIFE = LoggerFactory.getLogger(ServerConnection.class); // Apart, for it says much.
    private static final HandlerSession NONE = new HandlerSession() {};
    private static final JsonValue INTERNAL_ERROR = JsonValue.of("internal error");

    private final ListeningServer server;
    private final RemoteSettings settings;
    private final long number;
    private final EventLoop loop;
    private final TransportInfo info;
    private final EndListener endListener;
    private final long beganAt;
    private final @Nullable Executor turns; // Null for the event loop itself.
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Promises promises = new Promises();
    private final JsonRpcConnection connection;

    private volatile HandlerSession session = NONE;
    private boolean pausedByUnanswered;
    private volatile boolean pausedByHandler;
    private volatile boolean draining;

    PeerSession(
            ListeningServer server,
            RemoteSettings settings,
            long number,
            Transport transport,
            ConnectionOptions options,
            EndListener endListener) {
        this.server = server;
        this.settings = settings;
        this.number = number;
        this.loop = transport.eventLoop();
        this.info = transport.info();
        this.endListener = endListener;
        this.beganAt = loop.clock().nanoTime();
        this.turns = server.handlerExecutor() == null ? null : new SerialTurns(server.handlerExecutor());
        this.connection =
                JsonRpcConnection.open(transport, options, this); // Nothing comes before this turn of the loop ends.
    }

    void begin(Handler handler) {
        LIFE.info("{}: session {} of {} began", info, number, settings.name());
        try {
            session = handler.connect(this);
        } catch (RuntimeException e) {
            LOG.error("{}: the handler did not take the connection", info, e);
            connection.close();
        }
    }

    // ---- What the connection tells.

    @Override
    public void onRequest(IncomingRequest incoming) {
        if (unanswered.get() == 0 && incoming.method().equals(Echo.METHOD)) {
            incoming.reply(incoming.params()); // Nothing is there that it could overtake.
            return;
        }
        if (unanswered.incrementAndGet() > server.options.maxUnanswered && !pausedByUnanswered) {
            pausedByUnanswered = true;
            updateReading();
        }
        SessionRequest request = new SessionRequest(this, incoming);
        Executor elsewhere = turns;
        if (elsewhere == null) {
            request(request);
        } else {
            inTurn(elsewhere, () -> request(request));
        }
    }

    private void request(SessionRequest request) {
        try {
            session.request(request);
        } catch (RpcErrorException e) {
            refuse(request, e.error());
        } catch (RuntimeException e) {
            LOG.error("{}: the handler of {} failed", info, request.method(), e);
            refuse(request, INTERNAL_ERROR);
        }
    }

    private void refuse(SessionRequest request, JsonValue error) {
        try {
            request.replyError(error);
        } catch (IllegalStateException answeredBeforeItFailed) {
            LOG.debug("{}: {} was answered before its handler failed", info, request.method());
        }
    }

    @Override
    public void onNotification(String method, JsonBytes params) {
        call(() -> {
            session.notification(method, params);
            if (method.equals(Cancel.METHOD)) {
                CallParams.canceled(params.toValue()).ifPresent(promises::cancel);
            }
        });
    }

    @Override
    public void onReadComplete() {
        call(session::readComplete);
        closeIfDrained();
    }

    @Override
    public void onWritable() {
        call(session::writable);
        closeIfDrained();
    }

    @Override
    public void onClosed(@Nullable Throwable cause) {
        server.ended(this);
        promises.cancelAll();
        LIFE.info("{}: session {} of {} ended", info, number, settings.name());
        try {
            call(() -> session.closed(cause));
        } finally {
            endListener.ended(cause);
        }
    }

    /** Calls the session; the connection logs what it throws on the loop. */
    private void call(Runnable code) {
        Executor elsewhere = turns;
        if (elsewhere == null) {
            code.run();
        } else {
            inTurn(elsewhere, code);
        }
    }

    private void inTurn(Executor elsewhere, Runnable code) {
        try {
            elsewhere.execute(code);
        } catch (RejectedExecutionException e) {
            LOG.error("{}: the executor of handlers takes nothing more", info, e);
            connection.close(e);
        }
    }

    /** A request was answered. Any thread. */
    void answered() {
        int left = unanswered.decrementAndGet();
        if (left == server.options.maxUnanswered / 2 || draining && left == 0) {
            onLoop(this::fewerUnanswered);
        }
    }

    private void fewerUnanswered() {
        if (pausedByUnanswered && unanswered.get() <= server.options.maxUnanswered / 2) {
            pausedByUnanswered = false;
            updateReading();
        }
        closeIfDrained();
    }

    private void onLoop(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.trace("{}: the event loop has ended, and the session with it", info, e);
        }
    }

    // ---- The end.

    /** Reads nothing more, and closes when what was asked is answered and has left, or the time is over. Any thread. */
    CompletableFuture<?> drain(Duration patience) {
        onLoop(() -> {
            draining = true;
            updateReading();
            closeIfDrained();
            loop.schedule(patience, connection::close);
        });
        return connection.closed();
    }

    /** Completes when it has ended. Any thread. */
    CompletableFuture<?> ended() {
        return connection.closed();
    }

    /** Probes the peer from now on at this interval, or not at all. Any thread. */
    void inactivityProbe(Optional<Duration> interval) {
        connection.inactivityProbe(interval);
    }

    /**
     * In a turn of its own: what was queued before it is written by then, and what waits for the peer leaves also after the close. Nobody
     * would say when a queue becomes empty that was never long.
     */
    private void closeIfDrained() {
        if (isDrained()) {
            onLoop(() -> {
                if (isDrained()) {
                    connection.close();
                }
            });
        }
    }

    private boolean isDrained() {
        return draining && unanswered.get() == 0 && connection.isWritable();
    }

    private void updateReading() {
        if (pausedByHandler || pausedByUnanswered || draining) {
            connection.pauseReading();
        } else {
            connection.resumeReading();
        }
    }

    @Override
    public void close() {
        connection.pauseReading();
        connection.close();
    }

    @Override
    public void close(String reason) {
        LOG.info("{}: closing session {} of {}: {}", info, number, settings.name(), reason);
        close();
    }

    @Override
    public void abort(String reason) {
        connection.close(new ConnectionClosedException(reason, true, null));
    }

    // ---- What it tells.

    /** Transactions that the handler promised to answer. */
    Promises promises() {
        return promises;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public OvsdbServer server() {
        return server;
    }

    @Override
    public TransportInfo info() {
        return info;
    }

    @Override
    public Optional<X509Certificate> peerCertificate() {
        return info.tlsInfo().map(TlsInfo::peerCertificates).flatMap(PeerSession::first);
    }

    private static Optional<X509Certificate> first(List<X509Certificate> chain) {
        return chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(0));
    }

    @Override
    public RemoteSettings remote() {
        return settings;
    }

    @Override
    public Duration age() {
        return Duration.ofNanos(loop.clock().nanoTime() - beganAt);
    }

    @Override
    public EventLoop eventLoop() {
        return loop;
    }

    @Override
    public void notify(String method, JsonBytes params) {
        try {
            connection.notify(method, params);
        } catch (OutboundLimitException e) {
            connection.close(e); // It would miss what the peer has to know.
        } catch (JsonRpcException e) {
            LOG.trace("{}: {} goes nowhere", info, method, e);
        }
    }

    @Override
    public long queuedBytes() {
        return connection.queuedBytes();
    }

    @Override
    public boolean isWritable() {
        return connection.isWritable();
    }

    @Override
    public boolean isBacklogFull() {
        return server.isBacklogFull();
    }

    @Override
    public void pauseReading() {
        pausedByHandler = true;
        connection.pauseReading();
    }

    @Override
    public void resumeReading() {
        pausedByHandler = false;
        if (loop.inEventLoop()) {
            updateReading();
        } else {
            onLoop(this::updateReading);
        }
    }

    @Override
    public SessionLocks locks() {
        return session.locks();
    }

    @Override
    public boolean isOpen() {
        return connection.isOpen();
    }

    @Override
    public String toString() {
        return info.toString();
    }
}
