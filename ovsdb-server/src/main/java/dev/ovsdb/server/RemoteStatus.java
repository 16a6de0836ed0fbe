package dev.ovsdb.server;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a remote is at a moment.
 *
 * @param state of its connection, in the reference's words
 * @param connections how many sessions it has
 * @param sinceConnect since the last connection began; empty if there was none
 * @param sinceDisconnect since the last connection ended; empty if none has
 * @param lastError why the last attempt or connection ended; empty if nothing went wrong
 * @param port where it listens; empty for an active method, a Unix socket, and while it does not
 */
public record RemoteStatus(
        State state,
        int connections,
        Optional<Duration> sinceConnect,
        Optional<Duration> sinceDisconnect,
        Optional<String> lastError,
        OptionalInt port) {
    /** What a connection is at. */
    public enum State {
        /** Nothing: a listener without sessions, or one that was removed. */
        VOID,
        /** Waiting for the next attempt. */
        BACKOFF,
        CONNECTING,
        ACTIVE,
        /** Probed, and without an answer yet. */
        IDLE
    }

    public boolean isConnected() {
        return connections > 0;
    }
}
