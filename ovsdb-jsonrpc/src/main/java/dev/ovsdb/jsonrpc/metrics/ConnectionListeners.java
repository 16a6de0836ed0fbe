package dev.ovsdb.jsonrpc.metrics;

import dev.ovsdb.jsonrpc.transport.TransportInfo;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells several listeners. One that throws is logged, for neither the others nor the connection may suffer from it. */
final class ConnectionListeners implements ConnectionListener {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionListener.class);

    private final List<ConnectionListener> listeners;

    ConnectionListeners(List<ConnectionListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    private void tell(Consumer<ConnectionListener> event) {
        for (ConnectionListener each : listeners) {
            try {
                event.accept(each);
            } catch (RuntimeException | Error e) {
                LOG.error("a connection listener failed: {}", each, e);
            }
        }
    }

    @Override
    public void connectionOpened(TransportInfo connection) {
        tell(each -> each.connectionOpened(connection));
    }

    @Override
    public void connectionClosed(TransportInfo connection, @Nullable Throwable cause) {
        tell(each -> each.connectionClosed(connection, cause));
    }

    @Override
    public void callFinished(TransportInfo connection, String method, CallOutcome outcome, long nanos) {
        tell(each -> each.callFinished(connection, method, outcome, nanos));
    }

    @Override
    public void requestReceived(TransportInfo connection, String method) {
        tell(each -> each.requestReceived(connection, method));
    }

    @Override
    public void notificationReceived(TransportInfo connection, String method) {
        tell(each -> each.notificationReceived(connection, method));
    }

    @Override
    public void bytesReceived(TransportInfo connection, long bytes) {
        tell(each -> each.bytesReceived(connection, bytes));
    }

    @Override
    public void bytesSent(TransportInfo connection, long bytes, long queuedBytes, int pendingCalls) {
        tell(each -> each.bytesSent(connection, bytes, queuedBytes, pendingCalls));
    }

    @Override
    public void readingPaused(TransportInfo connection, boolean paused) {
        tell(each -> each.readingPaused(connection, paused));
    }

    @Override
    public void probeSent(TransportInfo connection) {
        tell(each -> each.probeSent(connection));
    }
}
