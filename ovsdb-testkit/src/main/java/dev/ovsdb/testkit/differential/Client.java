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
            JsonValue message = wire.receive();
            if (isReplyTo(message, barrier)) return;
            hear(message);
        }
    }

    /** Listens until all requests are answered but these, for which the reference too has no answer yet. */
    void listenUntilUnanswered(Set<JsonValue> others) {
        while (!ended && !others.containsAll(unanswered.keySet())) {
            hear(wire.receive());
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

    private void hear(JsonValue heardNow) {
        heard.add(heardNow);
        if (!(heardNow instanceof JsonObject message)) {
            end(); // Or silence, behind which nothing is asked any more.
            return;
        }
        if (message.get("method").isPresent()) {
            replicas.notified(message);
            return;
        }
        JsonObject request = unanswered.remove(message.get("id").orElse(JsonValue.ofNull()));
        if (request != null) replicas.answered(request, message);
    }

    private void end() {
        ended = true;
        unanswered.clear();
        replicas.ended();
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
