package dev.ovsdb.jsonrpc.metrics;

import dev.ovsdb.jsonrpc.transport.TransportInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells several listeners. */
final class ConnectionListeners implements ConnectionListener {
    private final List<ConnectionListener> listeners;

    ConnectionListeners(List<ConnectionListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void connectionOpened(TransportInfo connection) {
        listeners.forEach(each -> each.connectionOpened(connection));
    }

    @Override
    public void connectionClosed(TransportInfo connection, @Nullable Throwable cause) {
        listeners.forEach(each -> each.connectionClosed(connection, cause));
    }

    @Override
    public void callFinished(TransportInfo connection, String method, CallOutcome outcome, long nanos) {
        listeners.forEach(each -> each.callFinished(connection, method, outcome, nanos));
    }

    @Override
    public void requestReceived(TransportInfo connection, String method) {
        listeners.forEach(each -> each.requestReceived(connection, method));
    }

    @Override
    public void notificationReceived(TransportInfo connection, String method) {
        listeners.forEach(each -> each.notificationReceived(connection, method));
    }

    @Override
    public void bytesReceived(TransportInfo connection, long bytes) {
        listeners.forEach(each -> each.bytesReceived(connection, bytes));
    }

    @Override
    public void bytesSent(TransportInfo connection, long bytes, long queuedBytes, int pendingCalls) {
        listeners.forEach(each -> each.bytesSent(connection, bytes, queuedBytes, pendingCalls));
    }

    @Override
    public void readingPaused(TransportInfo connection, boolean paused) {
        listeners.forEach(each -> each.readingPaused(connection, paused));
    }

    @Override
    public void probeSent(TransportInfo connection) {
        listeners.forEach(each -> each.probeSent(connection));
    }
}
