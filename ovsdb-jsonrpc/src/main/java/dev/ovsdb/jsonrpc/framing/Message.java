package dev.ovsdb.jsonrpc.framing;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * One complete, valid message. Immutable; its bytes are its own.
 *
 * @param kind tells which of the other components are there
 * @param id of a request, or of the request that is answered
 * @param method of a request or notification
 * @param body {@code params}, {@code result} or {@code error} as JSON text; null if it went to a {@link BodySink}
 */
public record Message(
        Kind kind,
        @Nullable JsonValue id,
        @Nullable String method,
        @Nullable JsonBytes body) {

    /** The kinds of message that JSON-RPC 1.0 knows. */
    public enum Kind {
        REQUEST,
        NOTIFICATION,
        REPLY,
        ERROR_REPLY
    }

    /** Whether the body was handed on as it arrived. */
    public boolean isStreamed() {
        return body == null;
    }

    /**
     * The id of a message that has one.
     *
     * @throws IllegalStateException in a notification
     */
    public JsonValue requireId() {
        return require(id, "id");
    }

    /**
     * The method of a request or notification.
     *
     * @throws IllegalStateException in a reply
     */
    public String requireMethod() {
        return require(method, "method");
    }

    /**
     * The body of a message that was not streamed.
     *
     * @throws IllegalStateException if it was
     */
    public JsonBytes requireBody() {
        return require(body, "body");
    }

    private <T> T require(@Nullable T component, String name) {
        if (component == null) {
            throw new IllegalStateException("a " + kind + " without " + name);
        }
        return component;
    }
}
