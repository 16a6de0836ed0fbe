package dev.ovsdb.server.fuzz;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.framing.Message;
import dev.ovsdb.jsonrpc.testing.Json;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A session that asks for anything, and the books about what it was answered. */
final class Guest {
    private final ScriptedPeer peer;
    private final Map<JsonValue, Integer> asked = new HashMap<>(); // How often, by id.
    private final Set<JsonValue> mayStay = new HashSet<>();
    private boolean garbled;
    private boolean gone;

    Guest(ScriptedPeer peer) {
        this.peer = peer;
    }

    boolean isClosed() {
        return gone || peer.isClosed();
    }

    /** Sends a message whole, or in two pieces, the server having run between them. */
    void send(MessageMaker.Made message, int cut, Runnable run) {
        byte[] bytes = Json.text(message.text()).getBytes(StandardCharsets.UTF_8);
        if (!message.id().isEmpty()) {
            JsonValue id = JsonValue.parse(message.id());
            asked.merge(id, 1, Integer::sum);
            if (message.mayStay()) {
                mayStay.add(id);
            }
        }
        if (message.text().contains("'cancel'")) { // A transaction that is cancelled need not be answered.
            mayStay.addAll(asked.keySet());
        }
        if (cut > 0 && cut < bytes.length) {
            peer.sendBytes(Arrays.copyOf(bytes, cut));
            run.run();
            peer.sendBytes(Arrays.copyOfRange(bytes, cut, bytes.length));
        } else {
            peer.sendBytes(bytes);
        }
    }

    /** Sends bytes that may be anything, after which nobody knows what was asked. */
    void sendGarbled(byte[] bytes) {
        garbled = true;
        peer.sendBytes(bytes);
    }

    void pause(boolean pause) {
        peer.pauseReading(pause);
    }

    void leave(boolean orderly) {
        gone = true;
        if (orderly) {
            peer.hangUp();
        } else {
            peer.reset();
        }
    }

    /** Checks that everything was answered once, if the session is still there, and never more than asked. */
    void audit() {
        Map<JsonValue, Integer> answered = new HashMap<>();
        for (Message message : peer.received()) {
            if (message.kind() == Message.Kind.REPLY || message.kind() == Message.Kind.ERROR_REPLY) {
                answered.merge(message.requireId(), 1, Integer::sum);
                requireNoFault(message);
            }
        }
        if (garbled) {
            return;
        }
        answered.forEach((id, times) -> require(times <= asked.getOrDefault(id, 0), id, times));
        if (!isClosed()) {
            asked.forEach((id, times) -> {
                int answers = answered.getOrDefault(id, 0);
                require(answers == times || mayStay.contains(id), id, answers);
            });
        }
    }

    private static void requireNoFault(Message message) {
        if (message.kind() == Message.Kind.ERROR_REPLY
                && message.requireBody().toValue() instanceof JsonObject error
                && error.get("error").orElse(JsonValue.ofNull()).equals(JsonValue.of("internal error"))) {
            throw new AssertionError("a fault of the server's: " + message);
        }
    }

    private void require(boolean condition, JsonValue id, int answers) {
        if (!condition) {
            throw new AssertionError(
                    "request " + id + " was sent " + asked.get(id) + " times and answered " + answers + " times");
        }
    }
}
