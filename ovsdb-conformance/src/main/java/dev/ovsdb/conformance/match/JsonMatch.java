package dev.ovsdb.conformance.match;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * Compares a value with an expectation, in which {@code "*"} is any value, {@code @1} a UUID, {@code #1} a number within a text;
 * {@code ["~",...]} the same elements in any order, {@code ["...",...]} at least these; and a member {@code "..."} lets there be
 * others.
 *
 * <p>Unless exact, what two programs may write differently with the same meaning is the same: the order of a set's elements and a
 * map's pairs, a set of one, and of an error all but its tag.
 */
public final class JsonMatch {
    private static final Optional<String> SAME = Optional.empty();
    private static final int DEEPEST = 1_000; // Characters of a path, below which values are compared as a whole.

    private final Bindings bindings;
    private final boolean exact;

    public JsonMatch(Bindings bindings, boolean exact) {
        this.bindings = bindings;
        this.exact = exact;
    }

    /** Where the values differ first, in words; empty if they do not. */
    public Optional<String> difference(JsonValue expected, JsonValue actual) {
        return expected.equals(actual) ? SAME : difference("", expected, actual);
    }

    Optional<String> difference(String path, JsonValue expected, JsonValue actual) {
        if (expected instanceof JsonString text) {
            return text.value().equals("*") || isText(text.value(), actual) ? SAME : other(path, expected, actual);
        }
        if (path.length() > DEEPEST) return expected.equals(actual) ? SAME : other(path, expected, actual);
        if (expected instanceof JsonArray array) return new ArrayMatch(this, path).difference(array, actual);
        if (expected instanceof JsonObject object) return object(path, object, actual);
        return expected.equals(actual) ? SAME : other(path, expected, actual);
    }

    private boolean isText(String expected, JsonValue actual) {
        return actual instanceof JsonString other && bindings.matches(expected, other.value());
    }

    private Optional<String> object(String path, JsonObject expected, JsonValue actual) {
        if (!(actual instanceof JsonObject other)) return other(path, expected, actual);
        if (!exact && ErrorMatch.isError(expected)) return ErrorMatch.difference(this, path, expected, other);
        return new MemberMatch(this, bindings, path).difference(expected, other);
    }

    boolean isExact() {
        return exact;
    }

    /** Whether they are the same; what a comparison that failed has bound is forgotten. */
    boolean matches(JsonValue expected, JsonValue actual) {
        Bindings.Mark mark = bindings.mark();
        boolean same = difference("", expected, actual).isEmpty();
        if (!same) bindings.reset(mark);
        return same;
    }

    /** The index of the first candidate that matches; -1 if there is none. */
    int find(JsonValue expected, List<JsonValue> candidates) {
        for (int i = 0; i < candidates.size(); i++) {
            if (matches(expected, candidates.get(i))) return i;
        }
        return -1;
    }

    static Optional<String> other(String path, JsonValue expected, JsonValue actual) {
        return Optional.of(place(path) + "expected " + expected + ", received " + actual);
    }

    static String place(String path) {
        return path.isEmpty() ? "" : "at " + (path.startsWith(".") ? path.substring(1) : path) + ": ";
    }
}
