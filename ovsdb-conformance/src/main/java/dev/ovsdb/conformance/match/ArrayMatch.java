package dev.ovsdb.conformance.match;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares arrays, of which some are OVSDB's sets and maps. */
final class ArrayMatch {
    private static final String ANY_ORDER = "~";
    private static final String AT_LEAST = "...";

    private final JsonMatch match;
    private final String path;

    ArrayMatch(JsonMatch match, String path) {
        this.match = match;
        this.path = path;
    }

    Optional<String> difference(JsonArray expected, JsonValue actual) {
        List<JsonValue> wanted = expected.elements();
        if (!match.isExact() && isTagged(wanted, "set")) return set(expected, actual);
        if (!(actual instanceof JsonArray other)) return JsonMatch.other(path, expected, actual);
        List<JsonValue> found = other.elements();
        if (begins(wanted, ANY_ORDER)) return unordered(wanted.subList(1, wanted.size()), found, true);
        if (begins(wanted, AT_LEAST)) return unordered(wanted.subList(1, wanted.size()), found, false);
        if (!match.isExact() && isTagged(wanted, "map") && isTagged(found, "map")) {
            return unordered(elements(wanted), elements(found), true);
        }
        return ordered(wanted, found);
    }

    /** A set of one may be bare. */
    private Optional<String> set(JsonArray expected, JsonValue actual) {
        List<JsonValue> wanted = elements(expected.elements());
        if (actual instanceof JsonArray other && isTagged(other.elements(), "set")) {
            return unordered(wanted, elements(other.elements()), true);
        }
        return wanted.size() == 1
                ? match.difference(path, wanted.get(0), actual)
                : JsonMatch.other(path, expected, actual);
    }

    private Optional<String> ordered(List<JsonValue> wanted, List<JsonValue> found) {
        for (int i = 0; i < Math.min(wanted.size(), found.size()); i++) {
            Optional<String> difference = match.difference(path + "[" + i + "]", wanted.get(i), found.get(i));
            if (difference.isPresent()) return difference;
        }
        return wanted.size() == found.size() ? Optional.empty() : count(wanted, found);
    }

    private Optional<String> unordered(List<JsonValue> wanted, List<JsonValue> found, boolean all) {
        List<JsonValue> rest = new ArrayList<>(found);
        for (JsonValue element : wanted) {
            int at = match.find(element, rest);
            if (at < 0)
                return Optional.of(JsonMatch.place(path) + element + " is missing from " + JsonValue.array(found));
            rest.remove(at);
        }
        return !all || rest.isEmpty() ? Optional.empty() : count(wanted, found);
    }

    private Optional<String> count(List<JsonValue> wanted, List<JsonValue> found) {
        return Optional.of(JsonMatch.place(path) + "expected " + wanted.size() + " elements, received " + found.size());
    }

    private static boolean isTagged(List<JsonValue> elements, String tag) {
        return elements.size() == 2 && begins(elements, tag) && elements.get(1) instanceof JsonArray;
    }

    private static boolean begins(List<JsonValue> elements, String text) {
        return !elements.isEmpty()
                && elements.get(0) instanceof JsonString first
                && first.value().equals(text);
    }

    private static List<JsonValue> elements(List<JsonValue> tagged) {
        return ((JsonArray) tagged.get(1)).elements();
    }
}
