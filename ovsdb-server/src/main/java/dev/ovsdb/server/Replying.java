package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what a session answered, now or when it is there. */
final class Replying {
    /** Writes a result. */
    @FunctionalInterface
    interface Encoder<T> {
        JsonBytes encode(T value);
    }

    static final JsonValue UNKNOWN_METHOD = JsonValue.of("unknown method");

    private static final Logger LOG = LoggerFactory.getLogger(OvsdbServer.class);
    private static final JsonValue INTERNAL_ERROR = JsonValue.of("internal error");
    private static final JsonValue CANCELED = JsonValue.of("canceled");

    private Replying() {}

    /** @param reply one that was handled */
    static <T> void send(ServerRequest request, Reply<T> reply, Encoder<T> encoder) {
        JsonValue error = reply.errorOrNull();
        if (error != null) {
            request.replyError(error);
        } else {
            reply.requireResult().whenComplete((value, failure) -> sendOutcome(request, value, failure, encoder));
        }
    }

    /** The same for a transaction: once it is canceled it is answered only to who knows of changes of databases. */
    static <T> void sendUnlessCanceled(
            ServerRequest request, CompletableFuture<T> promise, Encoder<T> encoder, BooleanSupplier tellCanceled) {
        promise.whenComplete((value, failure) -> {
            if (!promise.isCancelled()) {
                sendOutcome(request, value, failure, encoder);
            } else if (tellCanceled.getAsBoolean()) {
                request.replyError(CANCELED);
            } else {
                request.drop();
            }
        });
    }

    private static <T> void sendOutcome(
            ServerRequest request, T value, @Nullable Throwable failure, Encoder<T> encoder) {
        if (failure != null) {
            request.replyError(error(request, failure));
            return;
        }
        JsonBytes result;
        try {
            result = encoder.encode(value);
        } catch (RuntimeException e) {
            request.replyError(error(request, e));
            return;
        }
        request.reply(result);
    }

    private static JsonValue error(ServerRequest request, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof RpcErrorException meant) {
            return meant.error();
        }
        if (cause instanceof CancellationException) {
            return CANCELED;
        }
        LOG.error("{}: the handler of {} failed", request.connection(), request.method(), cause);
        return INTERNAL_ERROR;
    }
}
