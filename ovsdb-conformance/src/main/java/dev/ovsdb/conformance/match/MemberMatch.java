package dev.ovsdb.conformance.match;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Compares objects member by member; a member's name may stand for a UUID. */
final class MemberMatch {
    private static final String OTHERS = "...";

    private final JsonMatch match;
    private final Bindings bindings;
    private final String path;

    MemberMatch(JsonMatch match, Bindings bindings, String path) {
        this.match = match;
        this.bindings = bindings;
        this.path = path;
    }

    Optional<String> difference(JsonObject expected, JsonObject actual) {
        Map<String, JsonValue> rest = new LinkedHashMap<>(actual.members());
        for (String name : expected.members().keySet()) {
            boolean literal = !name.startsWith("@") && !name.equals(OTHERS);
            if (literal && !rest.containsKey(name)) return missing("member \"" + name + '"');
        }
        for (Map.Entry<String, JsonValue> member : expected.members().entrySet()) {
            if (member.getKey().equals(OTHERS)) continue;
            Optional<String> difference = take(member.getKey(), member.getValue(), rest);
            if (difference.isPresent()) return difference;
        }
        if (rest.isEmpty() || expected.get(OTHERS).isPresent()) return Optional.empty();
        return Optional.of(JsonMatch.place(path) + "unexpected member " + rest.keySet());
    }

    /** Takes the member out of the rest. */
    private Optional<String> take(String name, JsonValue expected, Map<String, JsonValue> rest) {
        if (rest.containsKey(name)) return match.difference(path + "." + name, expected, rest.remove(name));
        Optional<String> first = Optional.empty();
        for (Map.Entry<String, JsonValue> candidate : rest.entrySet()) {
            Bindings.Mark mark = bindings.mark();
            if (!bindings.matches(name, candidate.getKey())) continue;
            Optional<String> difference =
                    match.difference(path + "." + candidate.getKey(), expected, candidate.getValue());
            if (difference.isEmpty()) {
                rest.remove(candidate.getKey());
                return difference;
            }
            bindings.reset(mark);
            if (first.isEmpty()) first = difference;
        }
        return first.isPresent() ? first : missing("row " + name);
    }

    private Optional<String> missing(String what) {
        return Optional.of(JsonMatch.place(path) + what + " is missing");
    }
}
