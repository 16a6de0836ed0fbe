package dev.ovsdb.conformance.server;

import dev.ovsdb.conformance.wire.RawSession;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonRpcException;
import dev.ovsdb.jsonrpc.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Asks a server, each question on a session of its own. What is no answer is none: the cases judge, not this. */
final class Questions {
    private final Sessions sessions;
    private final Duration patience;

    Questions(Sessions sessions, Duration patience) {
        this.sessions = sessions;
        this.patience = patience;
    }

    /** The result of a request; empty if there is none. */
    Optional<JsonValue> ask(String method, JsonArray params) {
        return reply(method, params).flatMap(reply -> reply.get("result")).filter(result -> !result.isNull());
    }

    /** The first message that comes behind the request; empty if none comes. */
    Optional<JsonObject> reply(String method, JsonArray params) {
        JsonObject request = JsonObject.EMPTY
                .with("id", JsonValue.of("kit"))
                .with("method", JsonValue.of(method))
                .with("params", params);
        RawSession session = sessions.open();
        Optional<JsonObject> reply = Optional.empty();
        try {
            session.send(request.toString().getBytes(StandardCharsets.UTF_8));
            reply = session.heard(patience).flatMap(RawSession.Heard::message).flatMap(Questions::object);
            return reply;
        } finally {
            sessions.giveBack(session, reply.isPresent() && !method.equals("convert"));
        }
    }

    private static Optional<JsonObject> object(byte[] message) {
        try {
            return JsonValue.parse(message) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        } catch (JsonRpcException e) {
            return Optional.empty();
        }
    }
}
