package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.connection.BodySource;
import dev.ovsdb.jsonrpc.connection.IncomingRequest;

/** A request of a session, which counts its unanswered ones. */
final class SessionRequest implements ServerRequest {
    private final PeerSession session;
    private final IncomingRequest request;

    SessionRequest(PeerSession session, IncomingRequest request) {
        this.session = session;
        this.request = request;
    }

    @Override
    public ServerConnection connection() {
        return session;
    }

    @Override
    public String method() {
        return request.method();
    }

    @Override
    public JsonValue id() {
        return request.id();
    }

    @Override
    public JsonBytes params() {
        return request.params();
    }

    @Override
    public void reply(JsonBytes result) {
        request.reply(result);
        session.answered();
    }

    @Override
    public void reply(BodySource result) {
        request.reply(result);
        session.answered();
    }

    @Override
    public void replyError(JsonValue error) {
        request.replyError(error);
        session.answered();
    }

    @Override
    public void drop() {
        request.drop();
        session.answered();
    }
}
