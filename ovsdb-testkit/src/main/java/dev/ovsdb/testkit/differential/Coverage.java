package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what a script or a run reached, by what the reference answered. Confined to one thread, but for {@link #add}. */
final class Coverage {
    /** Every tag of the reference, but "permission error", for which sessions need roles, and those that no request can bring about. */
    private static final List<String> WANTED = List.of(
            "error aborted",
            "error constraint violation",
            "error domain error",
            "error duplicate uuid",
            "error duplicate uuid-name",
            "error not owner",
            "error not allowed",
            "error ovsdb error",
            "error range error",
            "error referential integrity violation",
            "error syntax error",
            "error timed out",
            "error unknown column",
            "error unknown function",
            "error unknown mutator",
            "error unknown table",
            "refusal canceled",
            "refusal duplicate monitor ID",
            "refusal duplicate request ID",
            "refusal invalid parameters",
            "refusal syntax error",
            "refusal unknown database",
            "refusal unknown method",
            "refusal unknown monitor",
            "refusal unknown monitor session",
            "conversion done",
            "conversion refused",
            "operation abort",
            "operation assert",
            "operation comment",
            "operation commit",
            "operation delete",
            "operation insert",
            "operation mutate",
            "operation select",
            "operation update",
            "operation wait",
            "mutator +=",
            "mutator -=",
            "mutator *=",
            "mutator /=",
            "mutator %=",
            "mutator insert",
            "mutator delete",
            "function ==",
            "function !=",
            "function <",
            "function <=",
            "function >",
            "function >=",
            "function includes",
            "function excludes",
            "reference strong scalar",
            "reference strong optional",
            "reference strong set",
            "reference strong map key",
            "reference strong map value",
            "reference weak scalar",
            "reference weak optional",
            "reference weak set",
            "reference weak map key",
            "reference weak map value",
            "notification update",
            "notification update2",
            "notification update3",
            "notification locked",
            "notification monitor_canceled",
            "notification stolen");

    private final Map<String, Integer> counts = new TreeMap<>();
    private @Nullable SchemaPlan schema;
    private int transactions;
    private int changing;

    /** The schema at present, for the kinds of its references. */
    void schema(SchemaPlan plan) {
        schema = plan;
    }

    /** Adds what another one counted. */
    synchronized void add(Coverage other) {
        other.counts.forEach((what, count) -> counts.merge(what, count, Integer::sum));
        transactions += other.transactions;
        changing += other.changing;
    }

    void ambiguous() {
        count("(equal but for which row's error is reported)");
    }

    void cutShort(String why) {
        count("(scripts cut short: " + why + ")");
    }

    synchronized int transactions() {
        return transactions;
    }

    /** What a step asked, and what the reference said to each session. */
    void heard(Step step, Map<Integer, List<JsonValue>> heard) {
        heard.values().forEach(messages -> messages.forEach(this::message));
        if (!(step instanceof Step.Send send)) return;
        boolean one = send.messages().size() == 1;
        boolean updated = heard.getOrDefault(0, List.of()).stream()
                .anyMatch(message -> Json.string(message, "method").isPresent());
        for (JsonObject request : send.messages()) {
            conversion(request, heard.getOrDefault(send.session(), List.of()));
            if (!Json.string(request, "method").equals(Optional.of("transact"))) continue;
            transactions++;
            Optional<JsonArray> results = results(request, heard.getOrDefault(send.session(), List.of()));
            results.ifPresent(array -> operations(request, array));
            if (one ? updated : results.filter(Coverage::counts).isPresent()) changing++;
        }
    }

    private void conversion(JsonObject request, List<JsonValue> heard) {
        if (!Json.string(request, "method").equals(Optional.of("convert"))) return;
        heard.stream()
                .filter(message -> Json.member(message, "id").equals(request.get("id")))
                .flatMap(reply -> Json.member(reply, "error").stream())
                .forEach(error -> count("conversion " + (error.isNull() ? "done" : "refused")));
    }

    private void message(JsonValue message) {
        Json.string(message, "method").ifPresent(method -> count("notification " + method));
        Json.member(message, "error").ifPresent(this::refusal);
        if (Json.member(message, "result").orElse(null) instanceof JsonArray results) {
            for (JsonValue result : results) {
                Json.member(result, "error").flatMap(Coverage::tag).ifPresent(tag -> count("error " + tag));
                errorDetails(result);
            }
        }
    }

    /** Some refusals are "syntax error" to the reference, and told by their details. */
    private void refusal(JsonValue error) {
        tag(error).ifPresent(tag -> count("refusal " + tag));
        String details = Json.string(error, "details").orElse("");
        for (String special : List.of("duplicate monitor ID", "duplicate request ID", "unknown monitor session"))
            if (details.contains(special)) count("refusal " + special);
    }

    /** "unknown table" is a syntax error to the reference, told by its details. */
    private void errorDetails(JsonValue result) {
        String details = Json.string(result, "details").orElse("");
        if (details.contains("No table named")) count("error unknown table");
    }

    private static Optional<String> tag(JsonValue error) {
        return error instanceof JsonString text ? Optional.of(text.value()) : Json.string(error, "error");
    }

    private static Optional<JsonArray> results(JsonObject request, List<JsonValue> heard) {
        return heard.stream()
                .filter(message -> Json.member(message, "id").equals(request.get("id")))
                .flatMap(message -> Json.member(message, "result").stream())
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast)
                .findFirst();
    }

    /** Whether some operation counted rows, or inserted one, and none failed. */
    private static boolean counts(JsonArray results) {
        boolean failed = results.elements().stream()
                .anyMatch(result -> Json.member(result, "error").isPresent());
        return !failed
                && results.elements().stream()
                        .anyMatch(result -> Json.member(result, "uuid").isPresent()
                                || Json.member(result, "count")
                                        .filter(count -> !count.equals(JsonValue.of(0)))
                                        .isPresent());
    }

    private void operations(JsonObject request, JsonArray results) {
        JsonArray params = (JsonArray) request.get("params").orElseThrow();
        for (int i = 1; i < params.size() && i <= results.size(); i++) {
            JsonValue result = results.get(i - 1);
            if (result.isNull()) return;
            boolean failed = Json.member(result, "error").isPresent();
            operation(params.get(i), failed);
        }
    }

    private void operation(JsonValue operation, boolean failed) {
        String name = Json.string(operation, "op").orElse("?");
        if (!failed || name.equals("abort") || name.equals("assert")) count("operation " + name);
        if (failed) return;
        tuples(operation, "where").forEach(function -> count("function " + function));
        tuples(operation, "mutations").forEach(mutator -> count("mutator " + mutator));
        Json.string(operation, "table").ifPresent(table -> references(table, operation));
    }

    private static List<String> tuples(JsonValue operation, String member) {
        List<String> second = new ArrayList<>();
        if (Json.member(operation, member).orElse(null) instanceof JsonArray array) {
            for (JsonValue tuple : array) {
                if (tuple instanceof JsonArray three && three.size() == 3 && three.get(1) instanceof JsonString text)
                    second.add(text.value());
            }
        }
        return second;
    }

    private void references(String table, JsonValue operation) {
        if (schema == null || !(Json.member(operation, "row").orElse(null) instanceof JsonObject row)) return;
        for (ColumnPlan column : schema.table(table).columns()) {
            if (column.isReference() && row.get(column.name()).isPresent())
                count("reference " + column.referenceKind());
        }
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** What a long run must have reached and this one has not. */
    List<String> missing() {
        return WANTED.stream().filter(wanted -> !counts.containsKey(wanted)).toList();
    }

    /** Whether at least half of the transactions changed something. */
    boolean changesEnough() {
        return 2 * changing >= transactions;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(transactions + " transactions, " + changing + " changed something\n");
        counts.forEach((what, count) -> text.append(String.format("%9d  %s%n", count, what)));
        return text.toString();
    }
}
