package dev.ovsdb.jsonrpc.metrics;

import dev.ovsdb.jsonrpc.transport.TransportInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is told what happens on connections. One listener may serve many.
 *
 * <p>Called on each connection's event loop, in order per connection; must be quick. What they throw is logged and has no effect. Every method does
 * nothing by default.
 */
public interface ConnectionListener {
    /** Does nothing. */
    ConnectionListener NONE = new ConnectionListener() {};

    /** Messages begin to flow. */
    default void connectionOpened(TransportInfo connection) {}

    /** The connection has ended; the last thing said of it. Null means an orderly end. */
    default void connectionClosed(TransportInfo connection, @Nullable Throwable cause) {}

    /** A call of this side ended, after so many nanoseconds since it was made. Calls refused at once are not told. */
    default void callFinished(TransportInfo connection, String method, CallOutcome outcome, long nanos) {}

    /** A request of the peer came, whose reply is up to us. */
    default void requestReceived(TransportInfo connection, String method) {}

    /** A notification of the peer came. */
    default void notificationReceived(TransportInfo connection, String method) {}

    /** Bytes arrived. */
    default void bytesReceived(TransportInfo connection, long bytes) {}

    /** Bytes were given to the transport; so many now wait to leave it, and so many calls wait for a reply. */
    default void bytesSent(TransportInfo connection, long bytes, long queuedBytes, int pendingCalls) {}

    /** Reading stopped or went on, because a consumer or the peer is behind. */
    default void readingPaused(TransportInfo connection, boolean paused) {}

    /** A probe was sent because the peer has been silent. */
    default void probeSent(TransportInfo connection) {}

    /** A listener that tells all of these, in order; what one of them throws is logged and goes no further. */
    static ConnectionListener all(List<ConnectionListener> listeners) {
        return new ConnectionListeners(listeners);
    }

    /** This listener with what it throws logged, so that it harms nobody. */
    default ConnectionListener guarded() {
        return this == NONE || this instanceof ConnectionListeners ? this : all(List.of(this));
    }
}
