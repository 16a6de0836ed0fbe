package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonRpcException;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.jsonrpc.OutboundLimitException;
import dev.ovsdb.jsonrpc.framing.MessageFramer;
import dev.ovsdb.jsonrpc.metrics.ConnectionListener;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.Transport;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import dev.ovsdb.jsonrpc.transport.TransportListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection as a state machine on its transport's event loop.
 *
 * <pre>
 * OPEN --(close, malformed message, dead peer, limit)--&gt; CLOSING --(transport has ended)--&gt; CLOSED
 *   `-----------------------(transport has ended)---------------------------------------------^
 * </pre>
 *
 * <p>Other threads only add to the {@link Outbox}, write lone calls by way of it, and read the few volatile fields. What
 * arrives goes through the framer to {@link Inbound}. Leaving OPEN fails every call; nothing that arrives is looked at
 * afterwards.
 */
final class LoopConnection implements JsonRpcConnection, TransportListener, InactivityProbe.Patient {
    private enum State {
        OPEN,
        CLOSING,
        CLOSED
    }

    private static final Logger LOG = LoggerFactory.getLogger(JsonRpcConnection.class);
    private static final int MAX_LOGGED = 500;

    private final Transport transport;
    private final EventLoop loop;
    private final TransportInfo info;
    private final ConnectionOptions options;
    private final PeerHandler handler;
    private final ConnectionListener listener;
    private final AtomicLong nextId = new AtomicLong();
    private final Calls calls;
    private final FlowControl flow;
    private final Outbox outbox;
    private final WireLog wireLog;
    private final Inbound inbound;
    private final MessageFramer framer;
    private final MessageBudget.@Nullable Account kept;
    private @Nullable InactivityProbe probe;
    private final CompletableFuture<@Nullable Throwable> closed = new CompletableFuture<>();

    private volatile State state = State.OPEN;
    private volatile boolean closeAsked;
    private @Nullable Throwable endCause;
    private boolean endedForBudget; // Which says so itself, once for many.
    private EventLoop.@Nullable Timer closeTimer;

    LoopConnection(Transport transport, ConnectionOptions options, PeerHandler handler) {
        this.transport = transport;
        this.loop = transport.eventLoop();
        this.info = transport.info();
        this.options = options;
        this.handler = handler;
        this.listener = options.listener().guarded();
        this.flow = new FlowControl(
                transport, options.pauseAboveReplyBytes(), options.pauseAboveOutboundBytes(), this::readingPaused);
        OutboundBudget.Account waiting = options.outboundBudget()
                .map(budget -> budget.open(this::endForBudgetSoon))
                .orElse(null);
        this.outbox = new Outbox(this, transport, flow, options.closeAboveOutboundBytes(), waiting);
        this.calls = new Calls(loop, info, listener, outbox::settleCallersCalls);
        this.wireLog = new WireLog(info, options.wireLogChars());
        this.inbound = new Inbound(this, handler, options);
        this.framer = new MessageFramer(options.framing(), inbound);
        this.kept = options.messageBudget()
                .map(budget -> budget.open(this::endForBudgetSoon))
                .orElse(null);
        this.probe = probe(options.inactivityProbe());
    }

    private @Nullable InactivityProbe probe(Optional<Duration> interval) {
        return interval.map(each -> new InactivityProbe(loop, each, this)).orElse(null);
    }

    LoopConnection begin() {
        if (loop.inEventLoop()) {
            start();
        } else {
            loop.execute(this::start);
        }
        return this;
    }

    private void start() {
        LOG.debug("{}: connection opened", info);
        listener.connectionOpened(info);
        if (probe != null) {
            probe.start();
        }
        transport.start(this);
    }

    // ---- What any thread may call.

    @Override
    public <T> PendingCall<T> call(Call<T> call) {
        var request = new CallRequest<>(
                this, call, nextId.getAndIncrement(), loop.clock().nanoTime());
        int count = calls.made();
        JsonRpcException refusal = refusal(call.method(), request.size());
        if (refusal == null && count > options.maxPendingRequests()) {
            refusal = new OutboundLimitException(call.method() + ": " + options.maxPendingRequests()
                    + " calls are pending on " + info + " (maxPendingRequests)");
        }
        if (refusal != null) {
            calls.unmade();
            request.fail(refusal);
            return request;
        }
        if (count > 1 || !outbox.writeAsCaller(request)) {
            send(request);
        }
        return request;
    }

    @Override
    public CompletableFuture<JsonValue> call(String method, JsonValue... params) {
        JsonBytes text = JsonBytes.of(JsonValue.array(params));
        return call(Call.of(method, text, options.callTimeout())).future();
    }

    @Override
    public void notify(String method, JsonBytes params) {
        var notification = new Notification(method, params);
        JsonRpcException refusal = refusal(method, notification.size());
        if (refusal != null) {
            throw refusal;
        }
        send(notification);
    }

    private @Nullable JsonRpcException refusal(String method, long bytes) {
        if (!isOpen()) {
            return new ConnectionClosedException(method + ": connection to " + info + " has ended", false, null);
        }
        if (outbox.waitingBytes() + bytes > options.maxOutboundBytes()) {
            return new OutboundLimitException(method + ": more than " + options.maxOutboundBytes()
                    + " bytes would wait for " + info + " (maxOutboundBytes)");
        }
        return null;
    }

    /** Queues something to be written, or done, on the loop. */
    void send(Outbound item) {
        outbox.send(item);
    }

    /** A call's future was cancelled. */
    void cancelled(CallRequest<?> request) {
        send(new OnLoop(() -> calls.forget(request)));
    }

    @Override
    public void pauseReading() {
        send(new OnLoop(() -> flow.consumerPaused(true)));
    }

    @Override
    public void resumeReading() {
        send(new OnLoop(() -> flow.consumerPaused(false)));
    }

    @Override
    public void close() {
        closeSoon(null);
    }

    @Override
    public void close(Throwable cause) {
        closeSoon(Objects.requireNonNull(cause));
    }

    @Override
    public void inactivityProbe(Optional<Duration> interval) {
        send(new OnLoop(() -> probeEvery(interval)));
    }

    private void probeEvery(Optional<Duration> interval) {
        if (probe != null) {
            probe.stop();
        }
        probe = state == State.OPEN ? probe(interval) : null;
        if (probe != null) {
            probe.start();
        }
    }

    /** Behind what was queued before; at once on the loop, so that a handler that closes sees no further message. */
    private void closeSoon(@Nullable Throwable cause) {
        closeAsked = true;
        if (loop.inEventLoop()) {
            outbox.drainNow();
            end(cause);
        } else {
            send(new OnLoop(() -> end(cause)));
        }
    }

    @Override
    public TransportInfo info() {
        return info;
    }

    @Override
    public EventLoop eventLoop() {
        return loop;
    }

    @Override
    public boolean isOpen() {
        return state == State.OPEN && !closeAsked;
    }

    @Override
    public long queuedBytes() {
        return outbox.waitingBytes();
    }

    @Override
    public boolean isWritable() {
        return outbox.isWritable();
    }

    @Override
    public int pendingCalls() {
        return calls.count();
    }

    @Override
    public CompletableFuture<@Nullable Throwable> closed() {
        return closed.copy();
    }

    // ---- What the transport tells, on the loop.

    private void readingPaused(boolean paused) {
        LOG.debug("{}: reading {}", info, paused ? "paused" : "resumed");
        calls.deadlines().readingPaused(paused);
        listener.readingPaused(info, paused);
    }

    @Override
    public void onBytes(ByteBuffer bytes) {
        if (state != State.OPEN) {
            return;
        }
        outbox.readBegins();
        long now = loop.clock().nanoTime();
        calls.deadlines().byteArrived(now);
        if (probe != null) {
            probe.alive(now);
        }
        listener.bytesReceived(info, bytes.remaining());
        outbox.addCallersCalls();
        try {
            framer.feed(bytes);
            MalformedMessageException tooMuch = kept == null ? null : kept.keeps(framer.keptBytes());
            if (tooMuch != null) {
                endForBudget(tooMuch);
            }
        } catch (RuntimeException e) { // MalformedMessageException, or our own fault: never another connection's.
            end(e);
        }
    }

    @Override
    public void onReadComplete() {
        if (state == State.OPEN) {
            try {
                inbound.guarded("onReadComplete", handler::onReadComplete);
            } catch (MalformedMessageException e) {
                end(e);
            }
        }
        outbox.readEnds();
    }

    @Override
    public void onWritable() {
        outbox.writable();
    }

    // ---- The end.

    /** A budget of several connections is exceeded. Any thread. */
    private void endForBudgetSoon(JsonRpcException cause) {
        try {
            loop.execute(() -> endForBudget(cause));
        } catch (RejectedExecutionException e) {
            LOG.trace("{}: the event loop has ended, and the connection with it", info, e);
        }
    }

    private void endForBudget(JsonRpcException cause) {
        endedForBudget = true;
        end(cause);
    }

    /** Leaves OPEN. What was put together for the next write is sent first if nothing is wrong. */
    void end(@Nullable Throwable cause) {
        if (cause == null && state == State.OPEN) {
            outbox.flush(); // Which may be one write too many, and end the connection for that.
        }
        if (state != State.OPEN) {
            return;
        }
        leaveOpen(State.CLOSING, cause);
        if (cause == null) {
            closeTimer = loop.schedule(
                    options.closeTimeout(),
                    () -> transport.abort(
                            new ConnectionClosedException("the peer did not take the last bytes", true, null)));
            transport.close();
        } else {
            transport.abort(cause);
        }
    }

    private void leaveOpen(State next, @Nullable Throwable cause) {
        state = next;
        outbox.settleCallersCalls();
        endCause = cause;
        framer.stop();
        if (kept != null) {
            kept.close();
        }
        if (probe != null) {
            probe.stop();
        }
        log(cause);
        inbound.end(cause);
        outbox.bodies().stop();
        calls.failAll(cause);
    }

    private void log(@Nullable Throwable cause) {
        if (cause == null) {
            LOG.debug("{}: connection closed by this side", info);
        } else if (endedForBudget || cause instanceof ConnectionClosedException || cause instanceof IOException) {
            LOG.info("{}: connection ended: {}", info, brief(cause));
        } else if (cause instanceof JsonRpcException) {
            LOG.warn("{}: connection ended: {}", info, brief(cause));
        } else {
            LOG.error("{}: connection ended", info, cause);
        }
    }

    /** What it says, cut: some messages quote what the peer sent. */
    private static String brief(Throwable cause) {
        String text = String.valueOf(cause.getMessage());
        return text.length() <= MAX_LOGGED ? text : text.substring(0, MAX_LOGGED) + "...";
    }

    @Override
    public void onClosed(@Nullable Throwable cause) {
        if (state == State.OPEN) {
            String moment = framer.isInsideMessage() ? " inside a message" : "";
            Throwable why =
                    cause != null ? cause : new ConnectionClosedException("the peer hung up" + moment, true, null);
            inbound.atTheEnd("leaving the conversation", () -> leaveOpen(State.CLOSING, why));
        }
        state = State.CLOSED;
        if (closeTimer != null) {
            closeTimer.cancel();
        }
        inbound.atTheEnd("dropping what was not sent", outbox::closed);
        inbound.atTheEnd("the connection listener", () -> listener.connectionClosed(info, endCause));
        inbound.atTheEnd("onClosed", () -> handler.onClosed(endCause));
        closed.complete(endCause);
    }

    // ---- For the parts of this connection, and its probe.

    /** Nothing, or little, waits for the peer any more. */
    void writable() {
        inbound.atTheEnd("onWritable", handler::onWritable);
    }

    /** Runs code of the user that nothing may be kept from, nor harmed by. */
    void atTheEnd(String what, Runnable code) {
        inbound.atTheEnd(what, code);
    }

    /** Whether what is queued may still leave: also after close() was called, until its turn comes. */
    boolean maySend() {
        return state == State.OPEN;
    }

    Calls calls() {
        return calls;
    }

    Outbox outbox() {
        return outbox;
    }

    FlowControl flow() {
        return flow;
    }

    WireLog wireLog() {
        return wireLog;
    }

    ConnectionListener listener() {
        return listener;
    }

    @Override
    public boolean isSilenceOurs() {
        return flow.isSilenceOurs() || outbox.bodies().isWaitingForSource();
    }

    @Override
    public long backlogBytes() {
        return transport.queuedBytes();
    }

    @Override
    public long sentBytes() {
        return outbox.sentBytes();
    }

    @Override
    public void sendProbe() {
        send(new Probe());
        listener.probeSent(info);
    }

    @Override
    public void dead(Duration silence) {
        end(new ConnectionClosedException("no sign of life from the peer for " + silence, true, null));
    }
}
