package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonRpcException;
import dev.ovsdb.jsonrpc.JsonValue;
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
import java.util.List;
import java.util.Objects;
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
 * <p>Other threads only add to the outbound queue, write lone calls (see {@link CallerWrites}), and read the few volatile
 * fields. Leaving OPEN fails every call; nothing that arrives is looked at afterwards.
 */
final class LoopConnection implements JsonRpcConnection, TransportListener, InactivityProbe.Patient {
    private enum State {
        OPEN,
        CLOSING,
        CLOSED
    }

    private static final Logger LOG = LoggerFactory.getLogger(JsonRpcConnection.class);

    private final Transport transport;
    private final EventLoop loop;
    private final TransportInfo info;
    private final ConnectionOptions options;
    private final PeerHandler handler;
    private final ConnectionListener listener;
    private final OutboundQueue queue = new OutboundQueue();
    private final WriteBatch batch = new WriteBatch();
    private final AtomicLong nextId = new AtomicLong();
    private final Calls calls;
    private final @Nullable CallerWrites callers; // Null if the transport cannot be written to by other threads.
    private final FlowControl flow;
    private final WireLog wireLog;
    private final Inbound inbound;
    private final MessageFramer framer;
    private final @Nullable InactivityProbe probe;
    private final CompletableFuture<@Nullable Throwable> closed = new CompletableFuture<>();

    private volatile State state = State.OPEN;
    private volatile boolean closeAsked;
    private volatile long transportBytes; // Waiting in the transport, when it was last looked at.
    private boolean inRead; // Between the first bytes of a read and its end, which writes what was queued meanwhile.
    private long sentBytes;
    private @Nullable Throwable endCause;
    private EventLoop.@Nullable Timer closeTimer;

    LoopConnection(Transport transport, ConnectionOptions options, PeerHandler handler) {
        this.transport = transport;
        this.loop = transport.eventLoop();
        this.info = transport.info();
        this.options = options;
        this.handler = handler;
        this.listener = options.listener();
        this.callers = transport.canWriteNow() ? new CallerWrites(transport, queue, this::drain) : null;
        this.calls = new Calls(loop, info, listener, this::settleCallersCalls);
        this.flow = new FlowControl(transport, options.pauseAboveReplyBytes(), this::readingPaused);
        this.wireLog = new WireLog(info, options.wireLogChars());
        this.inbound = new Inbound(this, handler);
        this.framer = new MessageFramer(options.framing(), inbound);
        this.probe = options.inactivityProbe()
                .map(interval -> new InactivityProbe(loop, interval, this))
                .orElse(null);
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
        boolean lone = count == 1 && !loop.inEventLoop();
        if (!lone || callers == null || !callers.write(request)) {
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
        if (queue.bytes() + transportBytes + bytes > options.maxOutboundBytes()) {
            return new OutboundLimitException(method + ": more than " + options.maxOutboundBytes()
                    + " bytes would wait for " + info + " (maxOutboundBytes)");
        }
        return null;
    }

    /** Queues something to be written, or done, on the loop. */
    void send(Outbound item) {
        boolean first = queue.add(item);
        if (first && !(loop.inEventLoop() && inRead)) {
            try {
                loop.execute(this::drain);
            } catch (RejectedExecutionException e) { // The loop has ended, and the connection with it.
                refuseAll(queue.takeAll());
            }
        }
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

    /** Behind what was queued before; at once on the loop, so that a handler that closes sees no further message. */
    private void closeSoon(@Nullable Throwable cause) {
        closeAsked = true;
        if (loop.inEventLoop()) {
            drainNow();
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
    public int pendingCalls() {
        return calls.count();
    }

    @Override
    public CompletableFuture<@Nullable Throwable> closed() {
        return closed.copy();
    }

    /** Whether a caller who has the pen may write this call. */
    boolean isReadyForCallers(CallRequest<?> request) {
        boolean timed = request.call.timeout().isZero() || calls.deadlines().looksBy(request.deadline());
        return timed && isOpen() && transportBytes == 0 && request.size() <= CallerWrites.MAX_BYTES;
    }

    // ---- Outbound, on the loop.

    private void drain() {
        if (callers == null) {
            drainQueue();
        } else if (callers.tryHold()) {
            drainHeld(callers);
        }
    }

    /** Drains also if it must wait for a caller to finish its write. */
    private void drainNow() {
        if (callers != null) {
            callers.hold();
            drainHeld(callers);
        } else {
            drainQueue();
        }
    }

    private void drainHeld(CallerWrites held) {
        try {
            addCallersCalls();
            ByteBuffer rest = held.takeRest();
            if (rest != null && state == State.OPEN) {
                transport.send(List.of(rest));
                queueChanged();
            }
            drainQueue();
        } finally {
            held.release();
        }
    }

    /** Waits for a caller that is writing, so that afterwards every call that was written is among the pending ones. */
    private void settleCallersCalls() {
        if (callers != null) {
            callers.hold();
            addCallersCalls();
            callers.release();
        }
    }

    /** Takes calls that callers wrote among the pending ones. */
    private void addCallersCalls() {
        Outbound item = callers == null ? null : callers.takeAnnounced();
        while (item != null) {
            Outbound next = item.next;
            item.next = null;
            long bytes = ((CallRequest<?>) item).writtenByCaller();
            sentBytes += bytes;
            listener.bytesSent(info, bytes, transportBytes, calls.count());
            item = next;
        }
    }

    private void drainQueue() {
        Outbound item = queue.takeAll();
        while (item != null) {
            Outbound next = item.next;
            item.next = null;
            if (state == State.OPEN) {
                item.write(this, batch);
            } else {
                item.refuse(this);
            }
            item = next;
        }
        flush();
    }

    private void refuseAll(@Nullable Outbound first) {
        for (Outbound item = first; item != null; item = item.next) {
            item.refuse(this);
        }
    }

    private void flush() {
        long bytes = batch.size();
        if (bytes > 0) {
            List<ByteBuffer> buffers = batch.take();
            sentBytes += bytes;
            transport.send(buffers);
            queueChanged();
            listener.bytesSent(info, bytes, transportBytes, calls.count());
        }
    }

    private void queueChanged() {
        transportBytes = transport.queuedBytes();
        flow.queueChanged();
        if (transportBytes > options.closeAboveOutboundBytes() && state == State.OPEN) {
            end(new OutboundLimitException(transportBytes + " bytes wait for a peer that does not read, limit "
                    + options.closeAboveOutboundBytes() + " (closeAboveOutboundBytes)"));
        }
    }

    private void readingPaused(boolean paused) {
        LOG.debug("{}: reading {}", info, paused ? "paused" : "resumed");
        calls.deadlines().readingPaused(paused);
        listener.readingPaused(info, paused);
    }

    // ---- Inbound, on the loop.

    @Override
    public void onBytes(ByteBuffer bytes) {
        if (state != State.OPEN) {
            return;
        }
        inRead = true;
        long now = loop.clock().nanoTime();
        calls.deadlines().byteArrived(now);
        if (probe != null) {
            probe.alive(now);
        }
        listener.bytesReceived(info, bytes.remaining());
        addCallersCalls();
        try {
            framer.feed(bytes);
        } catch (RuntimeException e) { // MalformedMessageException, or our own fault: never another connection's.
            end(e);
        }
    }

    @Override
    public void onReadComplete() {
        if (state == State.OPEN) {
            inbound.guarded("onReadComplete", handler::onReadComplete);
        }
        inRead = false;
        drain();
    }

    @Override
    public void onWritable() {
        queueChanged();
    }

    // ---- The end.

    /** Leaves OPEN. What is in the batch is sent first if nothing is wrong. */
    private void end(@Nullable Throwable cause) {
        if (state != State.OPEN) {
            return;
        }
        if (cause == null && batch.size() > 0) {
            drainNow();
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
        settleCallersCalls();
        endCause = cause;
        framer.stop();
        if (probe != null) {
            probe.stop();
        }
        log(cause);
        inbound.end(cause);
        calls.failAll(cause);
    }

    private void log(@Nullable Throwable cause) {
        if (cause == null) {
            LOG.debug("{}: connection closed by this side", info);
        } else if (cause instanceof JsonRpcException && !(cause instanceof ConnectionClosedException)) {
            LOG.warn("{}: connection ended: {}", info, cause.getMessage());
        } else if (cause instanceof ConnectionClosedException || cause instanceof IOException) {
            LOG.info("{}: connection ended: {}", info, cause.getMessage());
        } else {
            LOG.error("{}: connection ended", info, cause);
        }
    }

    @Override
    public void onClosed(@Nullable Throwable cause) {
        if (state == State.OPEN) {
            String moment = framer.isInsideMessage() ? " inside a message" : "";
            leaveOpen(
                    State.CLOSING,
                    cause != null ? cause : new ConnectionClosedException("the peer hung up" + moment, true, null));
        }
        state = State.CLOSED;
        if (closeTimer != null) {
            closeTimer.cancel();
        }
        inRead = false;
        drainNow();
        listener.connectionClosed(info, endCause);
        inbound.guarded("onClosed", () -> handler.onClosed(endCause));
        closed.complete(endCause);
    }

    // ---- For the parts of this connection, and its probe.

    Calls calls() {
        return calls;
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
    public boolean isReadingPaused() {
        return flow.isPaused();
    }

    @Override
    public long queuedBytes() {
        return transport.queuedBytes();
    }

    @Override
    public long sentBytes() {
        return sentBytes;
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
