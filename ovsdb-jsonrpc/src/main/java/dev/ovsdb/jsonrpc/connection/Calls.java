package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.JsonInteger;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.jsonrpc.metrics.CallOutcome;
import dev.ovsdb.jsonrpc.metrics.ConnectionListener;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The calls of one connection: each ends here, exactly once. Confined to the event loop but for the count. */
final class Calls {
    private final EventLoop loop;
    private final TransportInfo info;
    private final ConnectionListener listener;
    private final PendingCalls pending = new PendingCalls();
    private final Deadlines deadlines;
    private final AtomicInteger count = new AtomicInteger();

    Calls(EventLoop loop, TransportInfo info, ConnectionListener listener, Runnable beforeLook) {
        this.loop = loop;
        this.info = info;
        this.listener = listener;
        this.deadlines = new Deadlines(loop, beforeLook, this::timeOut);
    }

    Deadlines deadlines() {
        return deadlines;
    }

    /** Counts a call that was made. Any thread. */
    int made() {
        return count.incrementAndGet();
    }

    /** Takes a call back that was counted and never made. Any thread. */
    void unmade() {
        count.decrementAndGet();
    }

    /** Calls that were made and have not ended. Any thread. */
    int count() {
        return count.get();
    }

    void written(CallRequest<?> request) {
        pending.put(request);
        deadlines.add(request);
    }

    @Nullable
    CallRequest<?> get(JsonValue id) {
        return id instanceof JsonInteger number ? pending.get(number.value()) : null;
    }

    /** Takes a call out whose reply is there. */
    @Nullable
    CallRequest<?> take(JsonValue id) {
        return id instanceof JsonInteger number ? pending.remove(number.value()) : null;
    }

    /** Whether a reply is to a call that was given up; true only once for each. */
    boolean wasGivenUp(JsonValue id) {
        return id instanceof JsonInteger number && pending.wasForgotten(number.value());
    }

    <T> void succeed(CallRequest<T> request, T value) {
        if (end(request, CallOutcome.RESULT)) {
            request.succeed(value);
        }
    }

    void error(CallRequest<?> request, Throwable error) {
        end(request, CallOutcome.ERROR, error);
    }

    /** Its consumer failed. */
    void fail(CallRequest<?> request, Throwable cause) {
        giveUp(request);
        end(request, CallOutcome.FAILED, cause);
    }

    /** The caller no longer wants to know. */
    void forget(CallRequest<?> request) {
        giveUp(request);
        end(request, CallOutcome.CANCELLED, new CancellationException(request.call.method() + " was cancelled"));
    }

    /** It was never written. */
    void refuse(CallRequest<?> request) {
        end(request, CallOutcome.CLOSED, closed(request, null));
    }

    private void timeOut(CallRequest<?> request) {
        giveUp(request);
        var timeout = new RequestTimeoutException(request.call.method(), request.call.timeout());
        end(request, CallOutcome.TIMEOUT, timeout);
    }

    /** The connection has ended. */
    void failAll(@Nullable Throwable cause) {
        for (CallRequest<?> request : pending.removeAll()) {
            Throwable failure = cause instanceof MalformedMessageException ? cause : closed(request, cause);
            end(request, CallOutcome.CLOSED, failure);
        }
        deadlines.stop();
    }

    private ConnectionClosedException closed(CallRequest<?> request, @Nullable Throwable cause) {
        String reason = cause == null ? "closed by this side" : String.valueOf(cause.getMessage());
        return new ConnectionClosedException(
                request.call.method() + ": connection to " + info + " ended: " + reason, request.written(), cause);
    }

    private void giveUp(CallRequest<?> request) {
        if (pending.remove(request.id) != null) {
            pending.forget(request.id);
        }
    }

    private void end(CallRequest<?> request, CallOutcome outcome, Throwable failure) {
        if (end(request, outcome)) {
            request.fail(failure);
        }
    }

    private boolean end(CallRequest<?> request, CallOutcome outcome) {
        if (!request.end()) {
            return false;
        }
        count.decrementAndGet();
        deadlines.remove(request);
        if (listener != ConnectionListener.NONE) {
            long nanos = loop.clock().nanoTime() - request.madeAt;
            listener.callFinished(info, request.call.method(), outcome, nanos);
        }
        return true;
    }
}
