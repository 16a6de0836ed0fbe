package dev.ovsdb.server.cases;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.Optional;

/** Compares how something was refused, or was not, with what a case expects. */
final class Refusals {
    private Refusals() {}

    /** The order of an error's members does not matter. */
    static boolean areSame(Optional<JsonValue> one, Optional<JsonValue> other) {
        return members(one).equals(members(other));
    }

    private static Optional<Object> members(Optional<JsonValue> error) {
        return error.map(value -> value instanceof JsonObject object ? object.members() : value);
    }
}
