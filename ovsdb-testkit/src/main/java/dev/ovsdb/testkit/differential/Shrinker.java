package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Shortens a failing script: steps by halves, quarters and so on, then messages of bursts, then operations of transactions.
 *
 * <p>Any difference counts as a failure still. Each attempt plays on fresh servers.
 */
final class Shrinker {
    private final Predicate<Script> fails;
    private int attempts;

    /** @param attempts how often to play at most */
    Shrinker(Predicate<Script> fails, int attempts) {
        this.fails = fails;
        this.attempts = attempts;
    }

    Script shrink(Script failing) {
        Script shortest = failing;
        for (int before = -1; before != size(shortest) && attempts > 0; ) {
            before = size(shortest);
            shortest = fewerSteps(shortest);
            shortest = smallerSteps(shortest);
        }
        return shortest;
    }

    private static int size(Script script) {
        return script.toString().length();
    }

    private Script fewerSteps(Script script) {
        List<Step> steps = script.steps();
        for (int chunk = Math.max(1, steps.size() / 2); chunk > 0; chunk /= 2) {
            for (int from = steps.size() - chunk; from >= 0; from -= chunk) {
                List<Step> fewer = new ArrayList<>(steps);
                fewer.subList(from, Math.min(from + chunk, steps.size())).clear();
                if (stillFails(script.withSteps(fewer))) steps = fewer;
            }
        }
        return script.withSteps(steps);
    }

    private Script smallerSteps(Script script) {
        Script smallest = script;
        for (int i = 0; i < smallest.steps().size(); i++) {
            if (smallest.steps().get(i) instanceof Step.Send) smallest = smaller(smallest, i);
        }
        return smallest;
    }

    private Script smaller(Script script, int index) {
        Script smallest = script;
        for (Optional<Script> next = step(smallest, index); next.isPresent(); next = step(smallest, index)) {
            smallest = next.get();
        }
        return smallest;
    }

    /** The first smaller form of a step with which the script still fails. */
    private Optional<Script> step(Script script, int index) {
        Step.Send send = (Step.Send) script.steps().get(index);
        for (Step.Send smaller : smaller(send)) {
            List<Step> steps = new ArrayList<>(script.steps());
            steps.set(index, smaller);
            if (stillFails(script.withSteps(steps))) return Optional.of(script.withSteps(steps));
        }
        return Optional.empty();
    }

    private static List<Step.Send> smaller(Step.Send send) {
        List<Step.Send> forms = new ArrayList<>();
        for (int i = 0; i < send.messages().size(); i++) {
            List<JsonObject> fewer = new ArrayList<>(send.messages());
            JsonObject message = fewer.remove(i);
            if (!fewer.isEmpty()) forms.add(new Step.Send(send.session(), fewer));
            for (JsonObject smaller : smaller(message)) {
                List<JsonObject> changed = new ArrayList<>(send.messages());
                changed.set(i, smaller);
                forms.add(new Step.Send(send.session(), changed));
            }
        }
        return forms;
    }

    /** The message without one of its operations, or one of these without a member of {@code row} or {@code where}. */
    private static List<JsonObject> smaller(JsonObject message) {
        List<JsonObject> forms = new ArrayList<>();
        if (!(message.get("params").orElse(null) instanceof JsonArray params)) return forms;
        for (int i = params.size() - 1; i >= 1; i--) {
            forms.add(message.with("params", Json.without(params, i)));
            for (JsonValue smaller : fewerParts(params.get(i)))
                forms.add(message.with("params", Json.replace(params, i, smaller)));
        }
        return forms;
    }

    private static List<JsonValue> fewerParts(JsonValue operation) {
        List<JsonValue> forms = new ArrayList<>();
        if (!(operation instanceof JsonObject object)) return forms;
        object.members().forEach((name, value) -> {
            if (value instanceof JsonObject row)
                row.members().keySet().forEach(column -> forms.add(object.with(name, Json.without(row, column))));
            if (value instanceof JsonArray list)
                for (int i = 0; i < list.size(); i++) forms.add(object.with(name, Json.without(list, i)));
        });
        return forms;
    }

    private boolean stillFails(Script script) {
        return attempts-- > 0 && fails.test(script);
    }
}
