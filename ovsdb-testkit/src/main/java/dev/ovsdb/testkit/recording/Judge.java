package dev.ovsdb.testkit.recording;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares messages with recorded ones, remembers which ids and UUIDs stand for which, and counts. For one thread. */
final class Judge {
    private final Script script;
    private final ComparisonRules rules;
    private final Uuids uuids = new Uuids();
    private final Sameness sameness;
    private final Map<Integer, Map<JsonValue, JsonValue>> ids =
            new HashMap<>(); // By session; of requests, recorded to now.
    private final Map<RecordedMessage, int[]> orders =
            new IdentityHashMap<>(); // Of operations, by request; only looked up.
    private int same;

    Judge(Script script, ComparisonRules rules) {
        this.script = script;
        this.rules = rules;
        this.sameness = new Sameness(rules, uuids);
    }

    Uuids uuids() {
        return uuids;
    }

    int same() {
        return same;
    }

    /** The first difference between the message and the recorded one, whose number among its side's is for the reader. */
    Optional<Difference> difference(RecordedMessage recorded, int number, RecordedMessage now) {
        String where = where(recorded.session(), recorded.from(), number);
        Optional<JsonObject> then = recorded.json();
        Optional<JsonObject> later = now.json();
        if (then.isEmpty() || later.isEmpty()) {
            if (recorded.text().equals(now.text())) return passed();
            return Optional.of(new Difference(where, recorded.text(), now.text()));
        }
        if (rules.ignoresOrderOfOperations()
                && recorded.from() == Speaker.CLIENT
                && isTransact(recorded)
                && isTransact(now)) return differenceOfTransactions(recorded, now, where);
        String asked = script.request(recorded).flatMap(RecordedMessage::method).orElse("");
        Optional<Difference> difference = sameness.difference(
                known(recorded, reordered(recorded, then.get()), asked),
                known(now, later.get(), asked),
                asked.equals("list_dbs"));
        if (difference.isPresent())
            return difference.map(inner -> new Difference(
                    inner.where().isEmpty() ? where : where + ", " + inner.where(), inner.recorded(), inner.now()));
        return sameId(recorded, now)
                ? passed()
                : Optional.of(new Difference(where + ", id", recorded.text(), now.text()));
    }

    private static boolean isTransact(RecordedMessage message) {
        return message.isRequest()
                && message.method().filter("transact"::equals).isPresent()
                && !operations(message).isEmpty();
    }

    /** The parameters: the database's name and the operations. */
    private static List<JsonValue> operations(RecordedMessage transact) {
        JsonValue parameters = transact.json().orElseThrow().get("params").orElse(JsonArray.EMPTY);
        return parameters instanceof JsonArray array ? array.elements() : List.of();
    }

    private Optional<Difference> differenceOfTransactions(RecordedMessage recorded, RecordedMessage now, String where) {
        Optional<int[]> partners = sameness.partners(operations(recorded), operations(now));
        if (partners.isPresent()) {
            orders.put(recorded, partners.get());
            ids(recorded.session()).put(recorded.id().orElseThrow(), now.id().orElseThrow());
            return passed();
        }
        JsonValue unmatched = sameness.unmatched();
        String text = unmatched == null ? recorded.text() : unmatched.toString();
        return Optional.of(new Difference(where + ", an operation", text, now.text()));
    }

    /** A recorded reply with results in the order in which the operations came this time; any other message as it is. */
    JsonObject reordered(RecordedMessage reply, JsonObject json) {
        RecordedMessage request = script.request(reply).orElse(null);
        int[] order = request == null ? null : orders.get(request);
        if (order == null || !(json.get("result").orElse(null) instanceof JsonArray results)) return json;
        List<JsonValue> now = new ArrayList<>(results.elements());
        for (int i = 1; i < order.length && i <= results.size(); i++) { // The first parameter is the database's name.
            if (order[i] <= results.size()) now.set(order[i] - 1, results.get(i - 1));
        }
        return json.with("result", JsonValue.array(now));
    }

    private Optional<Difference> passed() {
        same++;
        return Optional.empty();
    }

    /** The message without what is compared otherwise, or not at all. */
    private JsonObject known(RecordedMessage message, JsonObject json, String asked) {
        Map<String, JsonValue> members = new LinkedHashMap<>(json.members());
        if (rules.ignoresTransactionIds()) {
            if (asked.equals("monitor_cond_since")) members.computeIfPresent("result", Judge::withoutTransactionId);
            if (message.method().filter("update3"::equals).isPresent())
                members.computeIfPresent("params", Judge::withoutTransactionId);
        }
        if (message.id().isEmpty()) return JsonObject.of(members);
        members.remove("id");
        if (message.isReply())
            members.values().removeIf(JsonValue::isNull); // "result" or "error", which need not be there.
        return JsonObject.of(members);
    }

    /** Both kinds of message have it in the second place. */
    private static JsonValue withoutTransactionId(String member, JsonValue list) {
        if (!(list instanceof JsonArray array) || array.size() < 2) return list;
        List<JsonValue> elements = new ArrayList<>(array.elements());
        elements.set(1, JsonValue.ofNull());
        return JsonValue.array(elements);
    }

    private boolean sameId(RecordedMessage recorded, RecordedMessage now) {
        if (recorded.id().isPresent() != now.id().isPresent()) return false;
        if (recorded.id().isEmpty()) return true;
        if (recorded.isRequest()) {
            ids(recorded.session()).put(recorded.id().get(), now.id().orElseThrow());
            return true;
        }
        return id(recorded).equals(now.id());
    }

    /** The id of a recorded message as it is now. */
    Optional<JsonValue> id(RecordedMessage recorded) {
        return recorded.id().map(id -> ids(recorded.session()).getOrDefault(id, id));
    }

    private Map<JsonValue, JsonValue> ids(int session) {
        return ids.computeIfAbsent(session, key -> new HashMap<>());
    }

    static String where(int session, Speaker speaker, int number) {
        return "session " + session + ", message " + number + " of the " + speaker;
    }
}
