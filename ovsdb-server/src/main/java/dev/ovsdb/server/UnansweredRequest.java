package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.connection.BodySource;

/** A request that is told to one part of a composition, and answered by the composition itself. */
final class UnansweredRequest extends RoutedRequest {
    UnansweredRequest(ServerRequest real) {
        super(real);
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
