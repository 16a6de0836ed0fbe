package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.connection.BodySource;

/** A request in the hands of one part of a composition, which hears how it was answered, before the peer does. */
class RoutedRequest implements ServerRequest {
    final ServerRequest real;

    RoutedRequest(ServerRequest real) {
        this.real = real;
    }

    /** It is answered with a result. */
    void succeeded() {}

    /** It is answered with an error, or not at all. */
    void failed() {}

    @Override
    public ServerConnection connection() {
        return real.connection();
    }

    @Override
    public String method() {
        return real.method();
    }

    @Override
    public JsonValue id() {
        return real.id();
    }

    @Override
    public JsonBytes params() {
        return real.params();
    }

    @Override
    public void reply(JsonBytes result) {
        succeeded();
        real.reply(result);
    }

    @Override
    public void reply(BodySource result) {
        succeeded();
        real.reply(result);
    }

    @Override
    public void replyError(JsonValue error) {
        failed();
        real.replyError(error);
    }

    @Override
    public void drop() {
        failed();
        real.drop();
    }
}
