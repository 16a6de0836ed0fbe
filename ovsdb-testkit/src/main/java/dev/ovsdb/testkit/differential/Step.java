package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonInteger;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.List;
import java.util.stream.Collectors;

/** One thing done to a server. Each has a JSON form, in which case files keep it. */
sealed interface Step {
    JsonObject toJson();

    /** The session that does it. */
    int session();

    /** Connects a session, or connects it again. */
    record Open(int session) implements Step {
        @Override
        public JsonObject toJson() {
            return Step.form("open", session);
        }
    }

    /** Ends a session from the client's side. */
    record Close(int session) implements Step {
        @Override
        public JsonObject toJson() {
            return Step.form("close", session);
        }
    }

    /** Sends messages at once; with more than one, updates are compared by what they come to. */
    record Send(int session, List<JsonObject> messages) implements Step {
        public Send {
            messages = List.copyOf(messages);
        }

        @Override
        public JsonObject toJson() {
            return Step.form("send", session).with("messages", JsonValue.array(messages));
        }

        String text() {
            return messages.stream().map(JsonObject::toString).collect(Collectors.joining());
        }
    }

    /** Sends a text that need not be JSON. */
    record Raw(int session, String text) implements Step {
        @Override
        public JsonObject toJson() {
            return Step.form("raw", session).with("text", JsonValue.of(text));
        }
    }

    /** Reads all rows of all tables. */
    record Dump(int session) implements Step {
        @Override
        public JsonObject toJson() {
            return Step.form("dump", session);
        }
    }

    private static JsonObject form(String name, int session) {
        return JsonObject.EMPTY.with("step", JsonValue.of(name)).with("session", JsonValue.of((long) session));
    }

    static Step parse(String line) {
        JsonObject form = (JsonObject) JsonValue.parse(line);
        int session = (int) ((JsonInteger) form.get("session").orElseThrow()).value();
        String name = ((JsonString) form.get("step").orElseThrow()).value();
        return switch (name) {
            case "open" -> new Open(session);
            case "close" -> new Close(session);
            case "send" ->
                new Send(session, messages((JsonArray) form.get("messages").orElseThrow()));
            case "raw" -> new Raw(session, ((JsonString) form.get("text").orElseThrow()).value());
            case "dump" -> new Dump(session);
            default -> throw new IllegalArgumentException("no step \"" + name + "\"");
        };
    }

    private static List<JsonObject> messages(JsonArray array) {
        return array.elements().stream().map(JsonObject.class::cast).toList();
    }
}
