package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.JsonValue;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * How a session answers one call: with a value, with a value that comes later, with an error, or as if it had not the
 * method. Immutable.
 */
public final class Reply<T> {
    private static final Reply<?> UNHANDLED = new Reply<>(null, null);

    private final @Nullable CompletionStage<T> result;
    private final @Nullable JsonValue error;

    private Reply(@Nullable CompletionStage<T> result, @Nullable JsonValue error) {
        this.result = result;
        this.error = error;
    }

    /** The call is answered with this. */
    public static <T> Reply<T> of(T value) {
        return new Reply<>(CompletableFuture.completedFuture(Objects.requireNonNull(value)), null);
    }

    /** The call has succeeded, and there is nothing to say about it: the wire has {@code {}}. */
    @SuppressWarnings("NullAway") // Void has no value but null.
    public static Reply<Void> done() {
        return new Reply<>(CompletableFuture.completedFuture(null), null);
    }

    /**
     * The call is answered when the stage completes; calls behind it do not wait for that.
     *
     * @param result if it fails with {@link RpcErrorException}, that error is the answer; any other failure is logged and
     *     answered with {@code internal error}. It is cancelled if the peer cancels the call or the session ends.
     */
    public static <T> Reply<T> later(CompletionStage<T> result) {
        return new Reply<>(Objects.requireNonNull(result), null);
    }

    /** The call is answered with an error: a string such as {@code "unknown monitor"}, or an error object. */
    public static <T> Reply<T> error(JsonValue error) {
        if (error.isNull()) {
            throw new IllegalArgumentException("an error is not null");
        }
        return new Reply<>(null, error);
    }

    /** The call is answered with an error that is a string. */
    public static <T> Reply<T> error(String error) {
        return error(JsonValue.of(error));
    }

    /**
     * The session has nothing to do with this method: {@code list_dbs} and {@code get_schema} are answered from the schemas
     * that the handler declares, every other method with {@code unknown method}.
     */
    @SuppressWarnings("unchecked") // It holds no value of any type.
    public static <T> Reply<T> unhandled() {
        return (Reply<T>) UNHANDLED;
    }

    boolean isUnhandled() {
        return this == UNHANDLED;
    }

    @Nullable
    JsonValue errorOrNull() {
        return error;
    }

    CompletionStage<T> requireResult() {
        return Objects.requireNonNull(result);
    }

    /** The result as something that can be cancelled; null if it is there already, or is none. */
    @Nullable
    CompletableFuture<T> promise() {
        CompletableFuture<T> future = result == null ? null : result.toCompletableFuture();
        return future == null || future.isDone() ? null : future;
    }
}
