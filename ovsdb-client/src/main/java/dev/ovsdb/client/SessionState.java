package dev.ovsdb.client;

/**
 * Where a session stands. Its moves:
 *
 * <pre>
 *                    +--------- refused, unreachable, rejected ---------+
 *                    v                                                  |
 *   BACKING_OFF -> CONNECTING -> NEGOTIATING -> LIVE -- connection lost -+
 *        ^              |             |          |
 *        +--------------+-------------+          |      all states -> CLOSED, for ever
 *          every remote failed once              +----> CONNECTING at once when only the leader moved
 * </pre>
 */
public enum SessionState {
    /** A transport to one of the remotes is being made. */
    CONNECTING,
    /** The transport stands; what the session needs of the server is being asked. */
    NEGOTIATING,
    /** Requests go out as they are made. */
    LIVE,
    /** Every remote failed; waiting before the next round. */
    BACKING_OFF,
    /** Ended for good: closed by its user, or not to be mended. */
    CLOSED
}
