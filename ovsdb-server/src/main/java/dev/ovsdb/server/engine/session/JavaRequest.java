package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.connection.BodySource;
import dev.ovsdb.server.RpcErrorException;
import dev.ovsdb.server.ServerConnection;
import dev.ovsdb.server.ServerRequest;
import java.util.concurrent.CompletableFuture;

/**
 * A request of code in this process: its future fails with {@link RpcErrorException} if the answer is an error.
 *
 * @param id told apart from those of the same session
 */
record JavaRequest(String method, JsonValue id, JsonBytes params, CompletableFuture<JsonBytes> future)
        implements ServerRequest {
    @Override
    public ServerConnection connection() {
        throw new IllegalStateException(method + " was asked by this process, over no connection");
    }

    @Override
    public void reply(JsonBytes result) {
        future.complete(result);
    }

    @Override
    public void reply(BodySource result) {
        new WholeBody(result, future).gather();
    }

    @Override
    public void replyError(JsonValue error) {
        future.completeExceptionally(new RpcErrorException(error));
    }

    @Override
    public void drop() {
        replyError(Errors.CANCELED);
    }
}
