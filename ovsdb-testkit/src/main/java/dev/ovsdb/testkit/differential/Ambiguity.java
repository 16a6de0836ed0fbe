package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Errors of which a transaction may have several at once, one for each of its rows, and reports whichever its server comes to
 * first. The reference goes through its rows in the order of a hash table.
 *
 * <p>Two such errors pass as one if they have the same tag and, but for the rows, values and tables they name, the same text.
 * Everything else must be equal in full.
 */
final class Ambiguity {
    private static final List<String> BY_ROW =
            List.of("referential integrity violation", "constraint violation", "domain error", "range error");
    private static final Pattern NAMED = Pattern.compile(
            "\"[^\"]*\"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\(uuid\\)|-?\\d+(\\.\\d+)?(e[+-]?\\d+)?");
    private static final Pattern INDEX = Pattern.compile("Transaction causes multiple rows.*");

    private Ambiguity() {}

    /** Whether two replies to one transaction differ only in which of several errors they report. */
    static boolean covers(JsonValue reference, JsonValue other) {
        Optional<JsonValue> ours = Json.member(other, "result");
        Optional<JsonValue> theirs = Json.member(reference, "result");
        if (ours.isEmpty() || theirs.isEmpty()) return false;
        if (!(theirs.get() instanceof JsonArray left) || !(ours.get() instanceof JsonArray right)) return false;
        if (left.size() != right.size()) return false;
        for (int i = 0; i < left.size(); i++) {
            if (!left.get(i).equals(right.get(i)) && !sameKind(left.get(i), right.get(i))) return false;
        }
        return true;
    }

    private static boolean sameKind(JsonValue reference, JsonValue other) {
        if (!(reference instanceof JsonObject) || !(other instanceof JsonObject)) return false;
        Optional<String> tag = Json.string(reference, "error");
        if (tag.isEmpty() || !tag.equals(Json.string(other, "error")) || !BY_ROW.contains(tag.get())) return false;
        return kind(reference).equals(kind(other)) && syntaxless(reference) == syntaxless(other);
    }

    private static boolean syntaxless(JsonValue error) {
        return Json.member(error, "syntax").isEmpty();
    }

    private static String kind(JsonValue error) {
        String details = Json.string(error, "details").orElse("");
        if (INDEX.matcher(details).matches()) return "index";
        if (Json.string(error, "error").orElse("").startsWith("referential")) return "reference";
        return NAMED.matcher(details).replaceAll("?");
    }
}
