package dev.ovsdb.testkit.recording;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares values by {@link ComparisonRules}, and learns which UUIDs stand for which. For one thread.
 *
 * <p>Where order does not count, each element gets the first partner that it can have. Sets of UUIDs of which nothing is known yet wait
 * until the rest of the message has been seen: rows that a set refers to often come behind it.
 */
final class Sameness {
    private final ComparisonRules rules;
    private final Uuids uuids;
    private final List<Waiting> waiting = new ArrayList<>();
    private @Nullable Difference first;
    private @Nullable JsonValue unmatched;

    private record Waiting(List<JsonValue> recorded, List<JsonValue> now, String path) {}

    Sameness(ComparisonRules rules, Uuids uuids) {
        this.rules = rules;
        this.uuids = uuids;
    }

    /** The first difference; UUIDs are paired only if there is none. */
    Optional<Difference> difference(JsonValue recorded, JsonValue now, boolean anyOrder) {
        first = null;
        waiting.clear();
        int mark = uuids.mark();
        boolean same = anyOrder ? sameTopLevel(recorded, now) : same(recorded, now, "");
        if (same && sameWaiting()) return Optional.empty();
        uuids.backTo(mark);
        return Optional.of(first != null ? first : new Difference("", recorded.toString(), now.toString()));
    }

    /**
     * Finds for each recorded operation the one of now that it is.
     *
     * @return for each recorded one the index of its partner; empty if one has none, and then {@link #unmatched} tells which
     */
    Optional<int[]> partners(List<JsonValue> recorded, List<JsonValue> now) {
        waiting.clear();
        unmatched = null;
        int mark = uuids.mark();
        int[] partners = new int[recorded.size()];
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) left.add(i);
        for (int i = 0; i < recorded.size() && unmatched == null; i++) {
            JsonValue operation = recorded.get(i);
            Optional<Integer> partner = left.stream()
                    .filter(index -> onTrial(operation, now.get(index)))
                    .findFirst();
            if (partner.isEmpty()) unmatched = operation;
            else partners[i] = left.remove(left.indexOf(partner.get()));
        }
        if (unmatched == null && left.isEmpty() && sameWaiting()) return Optional.of(partners);
        uuids.backTo(mark);
        return Optional.empty();
    }

    /** The recorded operation that has no partner; null if it is not about a single one. */
    @Nullable
    JsonValue unmatched() {
        return unmatched;
    }

    /** A reply whose result is a list in no order. */
    private boolean sameTopLevel(JsonValue recorded, JsonValue now) {
        if (recorded instanceof JsonObject then
                && now instanceof JsonObject later
                && then.get("result").orElse(null) instanceof JsonArray list
                && later.get("result").orElse(null) instanceof JsonArray other) {
            return sameInAnyOrder(list.elements(), other.elements(), "result")
                    && same(without(then, "result"), without(later, "result"), "");
        }
        return same(recorded, now, "");
    }

    private static JsonObject without(JsonObject object, String name) {
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.remove(name);
        return JsonObject.of(members);
    }

    private boolean sameWaiting() {
        // Those that the rest has made clear come first, since they may make others clear.
        waiting.sort((one, other) -> Integer.compare(unknown(one), unknown(other)));
        for (Waiting one : List.copyOf(waiting)) if (!sameInAnyOrder(one.recorded, one.now, one.path)) return false;
        return true;
    }

    private int unknown(Waiting one) {
        return (int) one.recorded.stream().filter(this::isUnknownUuid).count();
    }

    private boolean same(JsonValue recorded, JsonValue now, String path) {
        if (recorded instanceof JsonObject then && now instanceof JsonObject later) return same(then, later, path);
        if (recorded instanceof JsonArray then && now instanceof JsonArray later)
            return same(then.elements(), later.elements(), path);
        if (recorded instanceof JsonString then && now instanceof JsonString later)
            return same(then.value(), later.value(), path) || differ(recorded, now, path);
        return recorded.equals(now) || differ(recorded, now, path);
    }

    private boolean same(String recorded, String now, String path) {
        int mark = uuids.mark();
        if (uuids.pairWithin(recorded, now)) return true;
        uuids.backTo(mark);
        if (!recorded.startsWith("{") || !now.startsWith("{")) return false;
        try {
            return same(JsonValue.parse(recorded), JsonValue.parse(now), path + " (JSON in a string)");
        } catch (MalformedMessageException e) {
            return false;
        }
    }

    private boolean same(JsonObject recorded, JsonObject now, String path) {
        Set<String> left = new LinkedHashSet<>(now.members().keySet());
        Map<String, JsonValue> unknown = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> member : recorded.members().entrySet()) {
            String name = Uuids.isOne(member.getKey()) ? uuids.now(member.getKey()) : member.getKey();
            if (name == null) unknown.put(member.getKey(), member.getValue());
            else if (!sameMember(member.getValue(), name, now, left, path)) return false;
        }
        for (Map.Entry<String, JsonValue> member : unknown.entrySet()) {
            if (!findMember(member, now, left, path)) return false;
        }
        left.removeIf(rules::ignores);
        if (left.isEmpty()) return true;
        String more = left.iterator().next();
        return differ("nothing", value(now, more).toString(), within(path, more));
    }

    private boolean sameMember(JsonValue recorded, String name, JsonObject now, Set<String> left, String path) {
        if (rules.ignores(name)) return true;
        if (!left.remove(name)) return differ(recorded.toString(), "nothing", within(path, name));
        JsonValue value = value(now, name);
        if (name.equals("rows") && recorded instanceof JsonArray then && value instanceof JsonArray later)
            return sameInAnyOrder(then.elements(), later.elements(), within(path, name));
        return same(recorded, value, within(path, name));
    }

    /** A row of a UUID that nothing is known of: any other such row that is the same may be it. */
    private boolean findMember(Map.Entry<String, JsonValue> recorded, JsonObject now, Set<String> left, String path) {
        for (String name : left) {
            if (!Uuids.isOne(name) || uuids.isTaken(name)) continue;
            int mark = uuids.mark();
            if (uuids.pair(recorded.getKey(), name) && onTrial(recorded.getValue(), value(now, name)))
                return left.remove(name);
            uuids.backTo(mark);
        }
        List<String> candidates = left.stream()
                .filter(name -> Uuids.isOne(name) && !uuids.isTaken(name))
                .toList();
        if (candidates.size() == 1) { // Then the difference is within it.
            uuids.pair(recorded.getKey(), candidates.get(0));
            return same(recorded.getValue(), value(now, candidates.get(0)), within(path, candidates.get(0)));
        }
        return differ(recorded.getValue().toString(), "no such row", within(path, recorded.getKey()));
    }

    private boolean same(List<JsonValue> recorded, List<JsonValue> now, String path) {
        boolean tagged =
                recorded.size() == 2 && now.size() == 2 && recorded.get(0).equals(now.get(0));
        if (tagged
                && recorded.get(0) instanceof JsonString tag
                && (tag.value().equals("set") || tag.value().equals("map"))
                && recorded.get(1) instanceof JsonArray then
                && now.get(1) instanceof JsonArray later) {
            return sameElements(then.elements(), later.elements(), path);
        }
        if (recorded.size() != now.size()) return differ(JsonValue.array(recorded), JsonValue.array(now), path);
        for (int i = 0; i < recorded.size(); i++) {
            if (!same(recorded.get(i), now.get(i), path + "[" + i + "]")) return false;
        }
        return true;
    }

    private boolean sameElements(List<JsonValue> recorded, List<JsonValue> now, String path) {
        if (recorded.size() == now.size()
                && recorded.size() > 1
                && recorded.stream().anyMatch(this::isUnknownUuid)) {
            waiting.add(new Waiting(recorded, now, path));
            return true;
        }
        return sameInAnyOrder(recorded, now, path);
    }

    private boolean isUnknownUuid(JsonValue element) {
        return element instanceof JsonArray pair
                && pair.elements().size() == 2
                && pair.elements().get(1) instanceof JsonString text
                && Uuids.named(text.value())
                        .filter(uuid -> uuids.now(uuid) == null)
                        .isPresent();
    }

    private boolean sameInAnyOrder(List<JsonValue> recorded, List<JsonValue> now, String path) {
        if (recorded.size() != now.size()) return differ(JsonValue.array(recorded), JsonValue.array(now), path);
        List<JsonValue> left = new ArrayList<>(now);
        for (JsonValue element : recorded) {
            if (!takePartner(element, left)) return differ(element, JsonValue.array(left), path);
        }
        return true;
    }

    private boolean takePartner(JsonValue element, List<JsonValue> left) {
        for (int i = 0; i < left.size(); i++) {
            if (!onTrial(element, left.get(i))) continue;
            left.remove(i);
            return true;
        }
        return false;
    }

    /** Compares without telling of a difference; pairs are kept only if there is none. */
    private boolean onTrial(JsonValue recorded, JsonValue now) {
        int mark = uuids.mark();
        int waitingBefore = waiting.size();
        Difference before = first;
        if (same(recorded, now, "")) return true;
        first = before;
        uuids.backTo(mark);
        waiting.subList(waitingBefore, waiting.size()).clear();
        return false;
    }

    private boolean differ(JsonValue recorded, JsonValue now, String path) {
        return differ(recorded.toString(), now.toString(), path);
    }

    private boolean differ(String recorded, String now, String path) {
        if (first == null) first = new Difference(path, recorded, now);
        return false;
    }

    private static JsonValue value(JsonObject object, String name) {
        return object.get(name).orElseThrow();
    }

    private static String within(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
