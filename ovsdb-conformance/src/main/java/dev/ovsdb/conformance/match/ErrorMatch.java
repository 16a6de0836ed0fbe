package dev.ovsdb.conformance.match;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Compares error replies, and errors of operations, by what a program can act on: the tag. It may be a string by itself or the
 * member {@code error} of an object (RFC 7047 has both); what else is in it is for people. An error reply may have a null result.
 */
final class ErrorMatch {
    private ErrorMatch() {}

    static boolean isError(JsonObject expected) {
        return expected.get("error").filter(error -> !error.isNull()).isPresent();
    }

    static Optional<String> difference(JsonMatch match, String path, JsonObject expected, JsonObject actual) {
        JsonValue error = actual.get("error").orElse(JsonValue.ofNull());
        JsonValue wanted = tag(expected.get("error").orElseThrow());
        if (error.isNull()) {
            return Optional.of(JsonMatch.place(path) + "expected the error " + wanted + ", received " + actual);
        }
        Optional<String> tags = match.difference(path + ".error", wanted, tag(error));
        if (tags.isPresent() || expected.get("id").isEmpty()) return tags;
        return envelope(match, path, expected, actual);
    }

    private static Optional<String> envelope(JsonMatch match, String path, JsonObject expected, JsonObject actual) {
        Optional<JsonValue> id = actual.get("id");
        if (id.isEmpty()) return Optional.of(JsonMatch.place(path) + "the error reply has no member \"id\"");
        Set<String> others = new LinkedHashSet<>(actual.members().keySet());
        others.remove("id");
        others.remove("error");
        if (actual.get("result").filter(JsonValue::isNull).isPresent()) others.remove("result");
        if (!others.isEmpty()) {
            return Optional.of(JsonMatch.place(path) + "unexpected member " + others + " in an error reply");
        }
        return match.difference(path + ".id", expected.get("id").orElseThrow(), id.get());
    }

    private static JsonValue tag(JsonValue error) {
        return error instanceof JsonObject object && object.get("error").orElse(null) instanceof JsonString tag
                ? tag
                : error;
    }
}
