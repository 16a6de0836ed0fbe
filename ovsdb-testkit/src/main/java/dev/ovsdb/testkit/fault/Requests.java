package dev.ovsdb.testkit.fault;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonRpcException;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The requests of one connection, of both sides, that were not answered yet. Thread-safe. */
final class Requests {
    private final Map<String, String> methods = new ConcurrentHashMap<>(); // By direction and id.

    ProxiedMessage read(Direction direction, long number, String text) {
        Optional<JsonObject> object = object(text);
        Optional<String> method = object.flatMap(message -> message.get("method"))
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).value());
        Optional<String> id = object.flatMap(message -> message.get("id")).map(JsonValue::toString);
        if (method.isPresent()) {
            id.filter(given -> !given.equals("null")).ifPresent(given -> methods.put(direction + given, method.get()));
            return new ProxiedMessage(direction, number, text, method, false);
        }
        Direction asked = direction == Direction.TO_CLIENT ? Direction.TO_SERVER : Direction.TO_CLIENT;
        Optional<String> answered = id.map(given -> methods.remove(asked + given));
        return new ProxiedMessage(direction, number, text, answered, id.isPresent());
    }

    private static Optional<JsonObject> object(String text) {
        try {
            return Optional.of(JsonValue.parse(text))
                    .filter(JsonObject.class::isInstance)
                    .map(JsonObject.class::cast);
        } catch (JsonRpcException e) {
            return Optional.empty(); // It passes all the same.
        }
    }
}
