package dev.ovsdb.testkit.server;

import dev.ovsdb.conformance.wire.RawSession;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.server.text.JsonPrinter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sessions with one server, known by names, and what they hear. JSON is given with single quotes. */
final class Conversation implements AutoCloseable {
    private final String remote;
    private final Map<String, RawSession> sessions = new LinkedHashMap<>();
    private final StringBuilder heard = new StringBuilder();
    private int requests;

    Conversation(String remote) {
        this.remote = remote;
    }

    /** One line for each message, in the order in which they were waited for. */
    String heard() {
        return heard.toString();
    }

    private RawSession session(String name) {
        return sessions.computeIfAbsent(name, any -> RawSession.open(remote));
    }

    /** Sends a request. */
    void send(String session, String method, String params) {
        requests++;
        session(session)
                .send("{'id':" + requests + ",'method':'" + method + "','params':" + params.replace('\'', '"') + "}");
    }

    /** Sends a request, and hears one message. */
    void ask(String session, String method, String params) {
        send(session, method, params);
        note(session, session(session).receiveUnlessClosed());
    }

    /** Hears all that the server has to say to a session up to now. */
    void settle(String session) {
        session(session).send("{'id':'settled','method':'echo','params':[]}");
        Optional<byte[]> message = session(session).receiveUnlessClosed();
        while (message.isPresent() && !isSettled(JsonValue.parse(message.get()))) {
            note(session, message);
            message = session(session).receiveUnlessClosed();
        }
        heard.append(session).append(message.isPresent() ? " is open\n" : " is closed\n");
    }

    private static boolean isSettled(JsonValue message) {
        return ((JsonObject) message)
                .get("id")
                .filter(JsonValue.of("settled")::equals)
                .isPresent();
    }

    private void note(String session, Optional<byte[]> message) {
        String text =
                message.map(bytes -> JsonPrinter.sorted(JsonValue.parse(bytes))).orElse("(closed)");
        heard.append(session).append(": ").append(text).append('\n');
    }

    @Override
    public void close() {
        sessions.values().forEach(RawSession::close);
    }
}
