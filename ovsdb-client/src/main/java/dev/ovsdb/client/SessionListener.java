package dev.ovsdb.client;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import org.jspecify.annotations.Nullable;

/**
 * Told about a session's life, on its event loop. What a listener throws is logged and changes nothing.
 *
 * <p>Order: {@code onConnected}, then everything of that connection, then {@code onDisconnected}; never two of a kind in
 * a row.
 */
public interface SessionListener {
    /** The session is live: monitors and locks have been asked for again, and calls that waited have left. */
    default void onConnected(TransportInfo connection) {}

    /**
     * A live session lost its server. Its outstanding calls have ended.
     *
     * @param cause why, or null if the session was closed by its own user
     */
    default void onDisconnected(@Nullable Throwable cause) {}

    /** The state changed; comes before {@code onConnected} and behind {@code onDisconnected} of the same step. */
    default void onStateChanged(SessionState from, SessionState to) {}

    /** A remote could not be reached or was turned down; the session goes on with the next. */
    default void onAttemptFailed(String remote, Throwable cause) {}

    /**
     * A remote is not who it should be: wrong authority, expired certificate, refused name. Once a session has been
     * live it goes on trying; before that, this ends it.
     */
    default void onUntrusted(String remote, ConnectFailedException cause) {}
}
