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
 * <p>An operation on several rows may report that of any of them. At the commit two errors pass as one if they are of the same
 * check and the transaction changes several rows, or if the rows are those that refer weakly to rows that go. Of the two rows of an
 * index either may be told first: the reference orders them by all their columns, of which one is the version. A conversion may report
 * any row that does not fit. Everything else must be equal in full.
 */
final class Ambiguity {
    private static final List<String> OF_A_ROW = List.of("constraint violation", "domain error", "range error");
    private static final List<String> OF_A_COMMIT = List.of("referential integrity violation", "constraint violation");
    private static final List<String> OF_A_MISFIT = List.of("syntax error", "constraint violation");
    private static final List<String> HARMLESS = List.of("select", "wait", "comment", "commit", "assert");
    private static final Pattern NAMED = Pattern.compile(
            "\"[^\"]*\"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\(uuid\\)|-?\\d+(\\.\\d+)?(e[+-]?\\d+)?");
    private static final Pattern INDEX = Pattern.compile(
            "(Transaction causes multiple rows.*)First row, with UUID (.*)  Second row, with UUID (.*)");

    private final List<JsonValue> operations;

    private Ambiguity(List<JsonValue> operations) {
        this.operations = operations;
    }

    /** Whether two replies to one request differ only in which of several errors they report. */
    static boolean covers(JsonObject request, JsonValue reference, JsonValue other) {
        if (Json.string(request, "method").equals(Optional.of("convert")))
            return keepsName(request) && isMisfit(reference) && isMisfit(other);
        if (!(request.get("params").orElse(null) instanceof JsonArray params) || params.size() < 2) return false;
        List<JsonValue> operations = params.elements().subList(1, params.size());
        return results(reference)
                .flatMap(left -> results(other).filter(right -> new Ambiguity(operations).covers(left, right)))
                .isPresent();
    }

    /** Whether the new schema has the database's name, as those do which are not made to be refused themselves. */
    private static boolean keepsName(JsonObject request) {
        JsonArray params = (JsonArray) request.get("params").orElseThrow();
        return Json.member(params.get(1), "name").equals(Optional.of(params.get(0)));
    }

    /** Whether some row does not fit: it may hold too many elements, one of another type, or one that is not allowed. */
    private static boolean isMisfit(JsonValue reply) {
        return Json.member(reply, "error")
                .filter(error -> OF_A_MISFIT.contains(tag(error)))
                .isPresent();
    }

    private static Optional<JsonArray> results(JsonValue reply) {
        return Json.member(reply, "result").filter(JsonArray.class::isInstance).map(JsonArray.class::cast);
    }

    private boolean covers(JsonArray reference, JsonArray other) {
        if (reference.size() != other.size()) return false;
        for (int i = 0; i < reference.size(); i++) {
            if (!reference.get(i).equals(other.get(i)) && !covers(i, reference.get(i), other.get(i))) return false;
        }
        return true;
    }

    private boolean covers(int index, JsonValue reference, JsonValue other) {
        if (index < operations.size())
            return !isOfOneRow(operations.get(index)) && isOneOf(OF_A_ROW, reference) && isOneOf(OF_A_ROW, other);
        if (!tag(reference).equals(tag(other)) || !isOneOf(OF_A_COMMIT, reference)) return false;
        return rowsInOrder(reference).equals(rowsInOrder(other))
                || (changesSeveral() || isOfReferrers(reference) || isOfSameIndexedTable(reference, other))
                        && check(reference).equals(check(other));
    }

    /** Whether both are of indexes of one table: rows that the changed one refers to are checked again, and may be told of first. */
    private static boolean isOfSameIndexedTable(JsonValue reference, JsonValue other) {
        var left = INDEX.matcher(details(reference));
        var right = INDEX.matcher(details(other));
        return left.matches() && right.matches() && tableOf(left.group(1)).equals(tableOf(right.group(1)));
    }

    private static String tableOf(String violation) {
        return violation.substring(0, violation.indexOf("\" table"));
    }

    /** Whether it is told of a row that the transaction need not name: any that refers weakly to one that goes. */
    private static boolean isOfReferrers(JsonValue error) {
        return details(error).contains("weak reference(s) to deleted")
                || details(error).startsWith("Weak reference column");
    }

    private boolean changesSeveral() {
        List<JsonValue> changes = operations.stream()
                .filter(operation -> !HARMLESS.contains(name(operation)))
                .toList();
        return changes.size() > 1 || changes.stream().anyMatch(operation -> !isOfOneRow(operation));
    }

    private static boolean isOfOneRow(JsonValue operation) {
        return name(operation).equals("insert")
                || Json.member(operation, "where")
                        .orElse(JsonArray.EMPTY)
                        .toString()
                        .contains("[\"_uuid\",\"==\",");
    }

    private static String name(JsonValue operation) {
        return Json.string(operation, "op").orElse("");
    }

    private static boolean isOneOf(List<String> tags, JsonValue error) {
        return tags.contains(tag(error)) && Json.member(error, "syntax").isEmpty();
    }

    private static String tag(JsonValue error) {
        return Json.string(error, "error").orElse("");
    }

    private static String details(JsonValue error) {
        return Json.string(error, "details").orElse("");
    }

    /** The details with the two rows of an index in the order of their texts. */
    private static String rowsInOrder(JsonValue error) {
        var index = INDEX.matcher(details(error));
        if (!index.matches()) return details(error);
        List<String> rows =
                List.of(index.group(2), index.group(3)).stream().sorted().toList();
        return index.group(1) + rows;
    }

    /** Which check of a commit it was. */
    private static String check(JsonValue error) {
        if (INDEX.matcher(details(error)).matches()) return "index";
        if (isOfReferrers(error)) return "weak reference";
        return tag(error).startsWith("referential")
                ? "reference"
                : NAMED.matcher(details(error)).replaceAll("?");
    }
}
