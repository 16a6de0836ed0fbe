package dev.ovsdb.jsonrpc.connection;

/**
 * A JSON text that is made piece by piece while the peer takes it, so that a result of any size needs little memory.
 *
 * <p>{@link #next} and {@link #close} are called on the connection's event loop and must not block it: work of any length is
 * done elsewhere, and its piece handed over from there. All pieces together are one JSON text; that is not checked. Messages
 * behind it wait for its end.
 */
public interface BodySource {
    /**
     * Asks for one piece, which is handed to the sink exactly once, at once or later, from any thread. The next one is asked
     * for when most of what was sent has left. What is thrown here ends the connection, as {@link PieceSink#fail} does.
     */
    void next(PieceSink sink);

    /**
     * No piece is asked for any more: the text is complete, or the connection has ended. Comes exactly once, also while a
     * piece is still being made, and if none was ever asked for.
     */
    void close();
}
