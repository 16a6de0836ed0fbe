package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.JsonBytes;
import java.nio.ByteBuffer;
import java.util.function.Function;

/**
 * Consumes one result, or the parameters of one notification, as they arrive. Called on the event loop.
 *
 * <p>What it throws fails the call and the rest of the body is passed over; a
 * {@link dev.ovsdb.jsonrpc.MalformedMessageException} closes the connection, as any malformed message does. The bytes are
 * known to be one well-formed JSON value in the end; while they arrive, a later chunk may still prove them malformed.
 */
public interface BodyConsumer<T> {
    /** The next bytes of the body, which are valid during the call only. They may end anywhere. */
    void onChunk(ByteBuffer chunk);

    /** The message is complete and valid. What this returns is the result of the call. */
    T onEnd();

    /** The body will not be completed: the connection or the call ended first. Nothing else follows. */
    default void onFailure(Throwable cause) {}

    /** Keeps the body, up to the connection's limit of message bytes, and maps it when it is complete. */
    static <T> BodyConsumer<T> buffered(Function<JsonBytes, T> mapper) {
        return new BufferedBody<>(mapper);
    }
}
