package dev.ovsdb.jsonrpc.events;

import dev.ovsdb.jsonrpc.metrics.CallOutcome;
import dev.ovsdb.jsonrpc.metrics.ConnectionListener;
import dev.ovsdb.jsonrpc.transport.TlsInfo;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Records connections opened and closed, and calls that were slow or not answered in time. Thread-safe. */
public final class JfrConnectionListener implements ConnectionListener {
    private static final Duration DEFAULT_SLOW = Duration.ofSeconds(1);

    private final long slowNanos;

    /** A call is slow from one second on. */
    public JfrConnectionListener() {
        this(DEFAULT_SLOW);
    }

    /** @param slow a call that took at least so long is recorded */
    public JfrConnectionListener(Duration slow) {
        this.slowNanos = slow.toNanos();
    }

    @Override
    public void connectionOpened(TransportInfo connection) {
        if (!Recording.isPossible()) return;
        ConnectionOpenedEvent event = new ConnectionOpenedEvent();
        if (!event.shouldCommit()) return;
        event.peer = connection.remoteName();
        event.localAddress = connection.localAddress().map(Object::toString).orElse(null);
        event.protocol = connection.tlsInfo().map(TlsInfo::protocol).orElse(null);
        event.commit();
    }

    @Override
    public void connectionClosed(TransportInfo connection, @Nullable Throwable cause) {
        if (!Recording.isPossible()) return;
        ConnectionClosedEvent event = new ConnectionClosedEvent();
        if (!event.shouldCommit()) return;
        event.peer = connection.remoteName();
        event.cause = cause == null ? null : cause.toString();
        event.commit();
    }

    @Override
    public void callFinished(TransportInfo connection, String method, CallOutcome outcome, long nanos) {
        if (nanos < slowNanos && outcome != CallOutcome.TIMEOUT || !Recording.isPossible()) return;
        SlowCallEvent event = new SlowCallEvent();
        if (!event.shouldCommit()) return;
        event.peer = connection.remoteName();
        event.method = method;
        event.outcome = outcome.name();
        event.elapsed = nanos;
        event.commit();
    }
}
