package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One session of a {@link Play}: what it asked, what it heard since it was last asked about, and its replicas. */
final class Client implements AutoCloseable {
    /** Heard in place of a message when the server ends the connection. */
    static final JsonValue DROPPED = Json.text("(the connection was dropped)");

    private final Wire wire;
    private final Replicas replicas;
    private final Map<JsonValue, JsonObject> unanswered = new LinkedHashMap<>();
    private final Set<JsonValue> cancelled = new LinkedHashSet<>();
    private List<JsonValue> heard = new ArrayList<>();
    private boolean ended;

    Client(Wire wire, Columns columns) {
        this.wire = wire;
        this.replicas = new Replicas(columns);
    }

    void send(List<JsonObject> messages) {
        StringBuilder text = new StringBuilder();
        for (JsonObject message : messages) {
            note(message);
            message.appendTo(text);
        }
        wire.send(text.toString());
    }

    void sendRaw(String text) {
        wire.send(text);
    }

    /** Listens up to the reply with this id, which itself is not kept. */
    void listenUntil(JsonValue barrier) {
        while (!ended) {
            Optional<JsonValue> message = wire.receive();
            if (message.isEmpty()) end();
            else if (isReplyTo(message.get(), barrier)) return;
            else hear((JsonObject) message.get());
        }
    }

    /** Listens until all requests are answered but these, for which the reference too has no answer yet. */
    void listenUntilUnanswered(Set<JsonValue> others) {
        while (!ended && !others.containsAll(unanswered.keySet())) {
            Optional<JsonValue> message = wire.receive();
            if (message.isEmpty()) end();
            else hear((JsonObject) message.get());
        }
    }

    Set<JsonValue> unanswered() {
        return new LinkedHashSet<>(unanswered.keySet());
    }

    /** What was heard since the last call, in order. */
    List<JsonValue> takeHeard() {
        List<JsonValue> taken = heard;
        heard = new ArrayList<>();
        return taken;
    }

    Replicas replicas() {
        return replicas;
    }

    boolean isEnded() {
        return ended;
    }

    /** Whether a request waits for its reply, and may get it at any time. */
    boolean isWaiting() {
        return unanswered.keySet().stream().anyMatch(id -> !cancelled.contains(id));
    }

    private void note(JsonObject message) {
        JsonValue id = message.get("id").orElse(JsonValue.ofNull());
        Optional<String> method = Json.string(message, "method");
        if (!id.isNull()) unanswered.put(id, message);
        if (id.isNull() && method.equals(Optional.of("cancel"))) {
            JsonValue params = message.get("params").orElse(JsonArray.EMPTY);
            if (params instanceof JsonArray array) cancelled.addAll(array.elements());
        }
        if (!id.isNull()) replicas.asked(message);
    }

    private void hear(JsonObject message) {
        heard.add(message);
        if (message.get("method").isPresent()) {
            replicas.notified(message);
            return;
        }
        JsonObject request = unanswered.remove(message.get("id").orElse(JsonValue.ofNull()));
        if (request != null) replicas.answered(request, message);
    }

    private void end() {
        ended = true;
        heard.add(DROPPED);
        unanswered.clear();
    }

    private static boolean isReplyTo(JsonValue message, JsonValue barrier) {
        return Json.member(message, "id").equals(Optional.of(barrier))
                && Json.member(message, "method").isEmpty();
    }

    @Override
    public void close() {
        wire.close();
    }
}
