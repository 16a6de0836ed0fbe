package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A method to call.
 *
 * @param method its name; one that JSON cannot hold is an {@link IllegalArgumentException}
 * @param params the text of its parameters, a JSON array
 * @param timeout after which the call fails; zero means never
 * @param from what the time-out counts from
 * @param result makes the consumer of the result; asked on the event loop when the result begins, once as a rule, and again
 *     if a peer gives {@code result} twice in one message
 */
public record Call<T>(
        String method,
        JsonBytes params,
        Duration timeout,
        TimeoutFrom from,
        Supplier<? extends BodyConsumer<T>> result) {
    /** What a time-out counts from. */
    public enum TimeoutFrom {
        /** The request. */
        REQUEST,
        /** The last byte that arrived on the connection, for downloads whose size nobody knows; at first the request. */
        LAST_BYTE
    }

    /** @throws IllegalArgumentException if the time-out is negative, or the method a text that JSON cannot hold */
    public Call {
        JsonValue.of(method); // Refuses what no JSON string can hold, before it is half written.
        Objects.requireNonNull(params);
        Objects.requireNonNull(from);
        Objects.requireNonNull(result);
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("the time-out of " + method + " is negative: " + timeout);
        }
    }

    /** A call for a small result, with a time-out that counts from the request. */
    public static Call<JsonValue> of(String method, JsonBytes params, Duration timeout) {
        return new Call<>(
                method, params, timeout, TimeoutFrom.REQUEST, () -> BodyConsumer.buffered(JsonBytes::toValue));
    }
}
