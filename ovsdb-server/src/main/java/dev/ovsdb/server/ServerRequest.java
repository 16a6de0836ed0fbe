package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.connection.BodySource;

/**
 * A request that waits for its answer. Thread-safe; it is answered exactly once, and a second answer is an {@link
 * IllegalStateException}. Answers after the end of the session go nowhere.
 */
public interface ServerRequest {
    /** The session that asks. */
    ServerConnection connection();

    String method();

    /** Any JSON value but null, as the peer chose it. */
    JsonValue id();

    /** The text of the parameters, a JSON array. */
    JsonBytes params();

    /**
     * Answers with a result.
     *
     * @throws IllegalArgumentException if it is {@code null}, which peers take for nonsense
     */
    void reply(JsonBytes result);

    /** Answers with a result that is made while the peer takes it. Closed exactly once, whatever becomes of the session. */
    void reply(BodySource result);

    /**
     * Answers with an error: a string, or an error object (RFC 7047, section 3.1).
     *
     * @throws IllegalArgumentException if it is JSON's null
     */
    void replyError(JsonValue error);

    /**
     * Leaves the request without any answer. Only the reference server's way with canceled transactions needs this: a
     * session that does not know of changes of databases hears nothing of them.
     */
    void drop();
}
