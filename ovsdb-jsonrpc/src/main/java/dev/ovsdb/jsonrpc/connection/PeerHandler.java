package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Hears what the peer asks and tells. Called on the event loop, in wire order.
 *
 * <p>An exception thrown here is logged and the connection goes on, with the error {@code internal error} for a request; a
 * {@link dev.ovsdb.jsonrpc.MalformedMessageException} closes the connection instead, for bodies found to be nonsense only
 * when they are read.
 */
public interface PeerHandler {
    /** Refuses every request with {@code unknown method} and passes over every notification. */
    PeerHandler NONE = new PeerHandler() {};

    /** The peer calls. Answer exactly once, now or later; {@code echo} comes only if the connection does not answer it itself. */
    default void onRequest(IncomingRequest request) {
        request.replyError(JsonValue.of("unknown method"));
    }

    /** The peer tells something. */
    default void onNotification(String method, JsonBytes params) {}

    /**
     * Asks, when the parameters of a notification begin, whether they are to be handed on as they arrive.
     *
     * @return their consumer, for one notification; or null to have them buffered for {@link #onNotification}
     */
    default @Nullable BodyConsumer<Void> streamNotification(String method) {
        return null;
    }

    /** No more messages are at hand: what they led to can now be done in one go. */
    default void onReadComplete() {}

    /** Bytes that waited for the peer have left, and few or none are left behind them. */
    default void onWritable() {}

    /** The connection has ended; null if this side closed it without a cause. Comes exactly once, last. */
    default void onClosed(@Nullable Throwable cause) {}
}
