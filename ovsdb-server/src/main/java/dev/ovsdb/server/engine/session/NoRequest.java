package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.connection.BodySource;
import dev.ovsdb.server.ServerConnection;
import dev.ovsdb.server.ServerRequest;

/**
 * Stands for the request where something passes through the lane that nobody waits for an answer to.
 *
 * @param method what logs and metrics call it
 */
record NoRequest(String method) implements ServerRequest {
    @Override
    public ServerConnection connection() {
        throw new IllegalStateException(method + " is no request");
    }

    @Override
    public JsonValue id() {
        return JsonValue.ofNull();
    }

    @Override
    public JsonBytes params() {
        return JsonBytes.EMPTY_ARRAY;
    }

    @Override
    public void reply(JsonBytes result) {}

    @Override
    public void reply(BodySource result) {
        result.close();
    }

    @Override
    public void replyError(JsonValue error) {}

    @Override
    public void drop() {}
}
