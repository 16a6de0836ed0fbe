package dev.ovsdb.server.engine;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.RpcErrorException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What the engine answers to code in this process. */
final class Answers {
    private Answers() {}

    /** The answer, with its errors as this package's users know them. */
    static CompletableFuture<JsonBytes> of(JavaDatabase database, CompletableFuture<JsonBytes> answer) {
        return answer.exceptionallyCompose(failure -> CompletableFuture.failedFuture(translate(database, failure)));
    }

    private static Throwable translate(JavaDatabase database, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (!(cause instanceof RpcErrorException refused)) {
            return cause;
        }
        OperationError error = error(refused.error());
        boolean gone = error.tag() == ErrorTag.CANCELED || error.tag() == ErrorTag.UNKNOWN_DATABASE;
        return gone ? database.closed() : new RefusedException(error);
    }

    private static OperationError error(JsonValue error) {
        return error instanceof JsonObject object
                ? OperationError.read(JsonReader.of(object.toString().getBytes(StandardCharsets.UTF_8)))
                : new OperationError(error instanceof JsonString text ? text.value() : "", null, null, Map.of());
    }
}
