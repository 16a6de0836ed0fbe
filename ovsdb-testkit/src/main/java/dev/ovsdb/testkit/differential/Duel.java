package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One script on two servers, compared after each step.
 *
 * <p>A step of one message, while nothing waits, is compared message by message: for each session the same replies in the same
 * order, with the same updates before each of them. Where several messages went out at once, or a blocked transaction may run
 * at any moment, updates may be merged differently: then replies are compared one by one, and updates by what they come to.
 */
final class Duel implements AutoCloseable {
    private static final int ROUNDS_AFTER_AN_END = 200;

    private final Play reference;
    private final Play other;
    private final Normal normal;
    private final Coverage coverage;
    private final Map<JsonValue, JsonObject> requests = new HashMap<>();
    private final Map<Integer, List<JsonValue>> earlier = new TreeMap<>();
    private final Map<Integer, List<JsonValue>> otherEarlier = new TreeMap<>();
    private int step;
    private Map<Integer, List<JsonValue>> lastHeard = Map.of();

    private Duel(JsonObject schema, Play reference, Play other, Coverage coverage) {
        this.normal = new Normal(schema);
        this.reference = reference;
        this.other = other;
        this.coverage = coverage;
    }

    static Duel start(JsonObject schema, Subject.Factory reference, Subject.Factory other, Coverage coverage) {
        Play first = new Play(reference.start(schema.toString()), schema);
        try {
            return new Duel(schema, first, new Play(other.start(schema.toString()), schema), coverage);
        } catch (RuntimeException e) {
            first.close();
            throw e;
        }
    }

    /** Plays a whole script on fresh servers, up to the first difference that is no fault of the reference. */
    static Optional<Difference> play(Script script, Subject.Factory reference, Subject.Factory other) {
        return play(script, reference, other, duel -> true, true);
    }

    /**
     * The same, but a difference counts only while the observer is there: without it some faults of the reference are not seen.
     *
     * @param files whether to look at files too
     */
    static Optional<Difference> playObserved(
            Script script, Subject.Factory reference, Subject.Factory other, boolean files) {
        return play(script, reference, other, duel -> duel.reference.observer().isPresent(), files);
    }

    private static Optional<Difference> play(
            Script script, Subject.Factory reference, Subject.Factory other, Predicate<Duel> counts, boolean files) {
        try (Duel duel = start(script.schema(), reference, other, new Coverage())) {
            return script.steps().stream()
                    .flatMap(step -> duel.play(step).stream())
                    .findFirst()
                    .or(() -> files ? duel.compareFiles() : Optional.empty())
                    .filter(unused ->
                            counts.test(duel) && duel.faultOfReference().isEmpty());
        }
    }

    /** Does one step on both servers. */
    Optional<Difference> play(Step next) {
        normal.sent(next.toJson().toString());
        if (next instanceof Step.Send send)
            send.messages().forEach(message -> message.get("id").ifPresent(id -> requests.put(id, message)));
        boolean waitedBefore = isWaiting();
        reference.act(next);
        other.act(next);
        listen();
        boolean waiting = waitedBefore || isWaiting();
        for (int round = 0; round < (waiting ? 3 : 1); round++) askAll();
        boolean exact = next instanceof Step.Send send && send.messages().size() == 1 && !waiting;
        Optional<Difference> difference = compare(next, exact);
        for (int round = 0; endsSessions(next) && difference.isPresent() && round < ROUNDS_AFTER_AN_END; round++) {
            askAll();
            difference = compare(next, exact);
        }
        step++;
        return difference;
    }

    /** Whether sessions may end, which takes effect when a server comes to it: their locks pass on some time later. */
    private static boolean endsSessions(Step step) {
        return step instanceof Step.Close
                || step instanceof Step.Send send && send.messages().stream().anyMatch(Duel::isConversion);
    }

    private static boolean isConversion(JsonObject message) {
        return Json.string(message, "method").equals(Optional.of("convert"));
    }

    /** Whether what the servers have written down is what the reference says, whoever reads it. */
    Optional<Difference> compareFiles() {
        if (!reference.isUp()) return difference("the end", Json.text("(the reference fell)"), null);
        return new FileCheck(reference.storedDump(), normal).compare(step, reference.subject(), other.subject());
    }

    /**
     * A fault of the reference itself behind the last difference, if there is one. 3.1.0 leaves a weak reference to a deleted row
     * in a row that the same transaction changed before; it counts if without such references both hold the
     * same, or if one of them must be there, so that the transaction must be refused. And it may fall.
     */
    Optional<String> faultOfReference() {
        if (!reference.isUp()) return Optional.of("the reference fell");
        return reference
                .observer()
                .filter(Replica::hasDanglingReference)
                .filter(seen -> seen.hasDanglingReferenceThatIsNeeded() || othersEqual(seen.withoutDangling()))
                .map(unused -> "the reference left a weak reference to nothing");
    }

    private boolean othersEqual(JsonObject mended) {
        return other.observer()
                .filter(seen -> normal.masked(seen.toJson()).equals(normal.masked(mended)))
                .isPresent();
    }

    /** What session 0 heard in the last step; UUIDs that the servers chose are masked. */
    List<JsonValue> observed() {
        return lastHeard.getOrDefault(0, List.of()).stream().map(normal::masked).toList();
    }

    private Optional<Difference> compare(Step next, boolean exact) {
        merge(earlier, reference.takeHeard());
        merge(otherEarlier, other.takeHeard());
        for (Map.Entry<Integer, List<JsonValue>> heard : earlier.entrySet()) {
            List<JsonValue> left = heard.getValue();
            List<JsonValue> right = otherEarlier.getOrDefault(heard.getKey(), List.of());
            if (endsSessions(next)) {
                left = asSessionsEnded(left);
                right = asSessionsEnded(right);
            }
            Optional<Difference> difference =
                    exact ? inOrder(heard.getKey(), left, right) : byReply(heard.getKey(), left, right);
            if (difference.isPresent()) return difference;
        }
        lastHeard = Map.copyOf(earlier);
        coverage.heard(next, lastHeard);
        earlier.clear();
        otherEarlier.clear();
        return exact ? Optional.empty() : replicas();
    }

    private static void merge(Map<Integer, List<JsonValue>> into, Map<Integer, List<JsonValue>> heard) {
        heard.forEach((session, messages) ->
                into.computeIfAbsent(session, unused -> new ArrayList<>()).addAll(messages));
    }

    /**
     * What a session heard as others ended. Which of these goes first, and leaves its locks to the next, is not told by anything, and
     * an owner is told again as one who waits behind it goes: so each lock counts once, and none for who is disconnected itself.
     */
    private static List<JsonValue> asSessionsEnded(List<JsonValue> messages) {
        boolean ended = messages.contains(Wire.END);
        Set<JsonValue> locked = new HashSet<>();
        return messages.stream()
                .filter(message ->
                        !Json.string(message, "method").equals(Optional.of("locked")) || !ended && locked.add(message))
                .toList();
    }

    private Optional<Difference> inOrder(int session, List<JsonValue> left, List<JsonValue> right) {
        List<JsonValue> expected = inRuns(left);
        List<JsonValue> actual = inRuns(right);
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            JsonValue first = i < expected.size() ? expected.get(i) : null;
            JsonValue second = i < actual.size() ? actual.get(i) : null;
            if (!same(first, second)) return difference("session " + session + ", message " + i, first, second);
        }
        return Optional.empty();
    }

    /** Replies by their ids, with other notifications than updates; their order among each other is not compared. */
    private Optional<Difference> byReply(int session, List<JsonValue> left, List<JsonValue> right) {
        List<JsonValue> expected = withoutUpdates(left);
        List<JsonValue> actual = withoutUpdates(right);
        for (JsonValue message : expected) {
            Optional<JsonValue> equal = actual.stream()
                    .filter(candidate -> same(message, candidate))
                    .findFirst();
            if (equal.isEmpty()) return difference("session " + session, message, Json.array(actual));
            actual.remove(equal.get());
        }
        return actual.isEmpty() ? Optional.empty() : difference("session " + session, null, actual.get(0));
    }

    private Optional<Difference> replicas() {
        Map<Integer, Map<JsonValue, JsonObject>> actual = other.replicas();
        for (var session : reference.replicas().entrySet()) {
            Map<JsonValue, JsonObject> monitors = actual.getOrDefault(session.getKey(), Map.of());
            for (var monitor : session.getValue().entrySet()) {
                JsonObject held = monitors.get(monitor.getKey());
                if (held != null && monitor.getValue().equals(held)) continue;
                JsonValue expected = normal.masked(monitor.getValue());
                JsonValue seen = held == null ? Json.text("(no such monitor)") : normal.masked(held);
                if (!expected.equals(seen))
                    return difference("session " + session.getKey() + ", monitor " + monitor.getKey(), expected, seen);
            }
        }
        return Optional.empty();
    }

    /** In their order, but for neighbouring notifications: several monitors' updates for one change come in any order. */
    private List<JsonValue> inRuns(List<JsonValue> messages) {
        List<JsonValue> ordered = new ArrayList<>();
        List<JsonValue> run = new ArrayList<>();
        for (JsonValue message : messages) {
            if (EmptyUpdates.tellsNothing(message)) continue;
            JsonValue masked = normal.message(EmptyUpdates.without(message));
            if (Json.member(masked, "method").isPresent()) {
                run.add(masked);
            } else {
                flush(run, ordered);
                ordered.add(masked);
            }
        }
        flush(run, ordered);
        return ordered;
    }

    private static void flush(List<JsonValue> run, List<JsonValue> into) {
        run.sort(Comparator.comparing(Json::sortedText));
        into.addAll(run);
        run.clear();
    }

    private List<JsonValue> withoutUpdates(List<JsonValue> messages) {
        List<JsonValue> left = new ArrayList<>();
        for (JsonValue message : messages) {
            if (!Json.string(message, "method").orElse("").startsWith("update")) left.add(normal.message(message));
        }
        return left;
    }

    private boolean same(@Nullable JsonValue first, @Nullable JsonValue second) {
        if (Objects.equals(first, second)) return true;
        if (first == null || second == null) return false;
        Optional<JsonValue> id = Json.member(first, "id");
        JsonObject request = id.map(requests::get).orElse(null);
        boolean covered =
                request != null && id.equals(Json.member(second, "id")) && Ambiguity.covers(request, first, second);
        if (covered) coverage.ambiguous();
        return covered;
    }

    private Optional<Difference> difference(String where, @Nullable JsonValue first, @Nullable JsonValue second) {
        return Optional.of(new Difference(
                step,
                where,
                first == null ? "(nothing)" : Json.sortedText(first),
                second == null ? "(nothing)" : Json.sortedText(second)));
    }

    private boolean isWaiting() {
        return reference.isWaiting() || other.isWaiting();
    }

    private void askAll() {
        reference.ask();
        other.ask();
        listen();
    }

    private void listen() {
        reference.listen();
        other.listen();
        other.catchUpWith(reference);
    }

    @Override
    public void close() {
        try (reference) {
            other.close();
        }
    }
}
