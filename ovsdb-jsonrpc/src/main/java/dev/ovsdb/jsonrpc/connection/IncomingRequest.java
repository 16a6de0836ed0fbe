package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;

/**
 * A request of the peer that waits for its answer. Thread-safe.
 *
 * <p>It is answered exactly once; a second answer is an {@link IllegalStateException}. Answers after the end of the
 * connection go nowhere.
 */
public interface IncomingRequest {
    /** The name of the method, as the peer sent it. */
    String method();

    /** Any JSON value but null, as the peer chose it. */
    JsonValue id();

    /** The text of the parameters, a JSON array. */
    JsonBytes params();

    /**
     * Answers with a result.
     *
     * @param result one JSON text
     * @throws IllegalArgumentException if it is {@code null}: a peer takes a reply with neither result nor error for
     *     nonsense
     */
    void reply(JsonBytes result);

    /**
     * Answers with a result that is made while the peer takes it. What is sent later, on this connection, leaves behind it.
     *
     * @param result one JSON text other than null; closed exactly once, also if the connection has ended already
     */
    void reply(BodySource result);

    /**
     * Answers with an error.
     *
     * @throws IllegalArgumentException if it is JSON's null
     */
    void replyError(JsonValue error);

    /** Leaves it without any answer, as OVSDB servers do with some requests that were canceled. Counts as an answer. */
    void drop();
}
