package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The replicas of one session's monitors.
 *
 * <p>A monitor that leaves out some kinds of change ({@code select}) tells too little for one; what it says is compared only
 * message by message.
 */
final class Replicas {
    private final Columns columns;
    private final Map<JsonValue, Replica> byMonitor = new LinkedHashMap<>();

    Replicas(Columns columns) {
        this.columns = columns;
    }

    /** A changed condition's first update comes before the reply, and under the new id already. */
    void asked(JsonObject request) {
        if (!Json.string(request, "method").equals(Optional.of("monitor_cond_change"))) return;
        Replica changed = byMonitor.get(param(request, 0));
        if (changed != null) byMonitor.putIfAbsent(param(request, 1), changed);
    }

    void answered(JsonObject request, JsonObject reply) {
        boolean failed = reply.get("error").filter(error -> !error.isNull()).isPresent();
        switch (Json.string(request, "method").orElse("")) {
            case "monitor", "monitor_cond" -> begin(request, failed, reply.get("result"));
            case "monitor_cond_since" ->
                begin(request, failed, reply.get("result").map(result -> ((JsonArray) result).get(2)));
            case "convert" -> {
                if (!failed) columns.become((JsonObject) param(request, 1));
            }
            case "monitor_cond_change" -> changed(param(request, 0), param(request, 1), failed);
            case "monitor_cancel" -> {
                if (!failed) byMonitor.remove(param(request, 0));
            }
            default -> {} // Nothing to do with monitors.
        }
    }

    void notified(JsonObject message) {
        switch (Json.string(message, "method").orElse("")) {
            case "update", "update2" -> apply(param(message, 0), param(message, 1));
            case "update3" -> apply(param(message, 0), param(message, 2));
            case "monitor_canceled" -> byMonitor.remove(param(message, 0));
            default -> {} // Locks and the like.
        }
    }

    /** Each monitor's contents, for those that can be known. */
    Map<JsonValue, JsonObject> contents() {
        Map<JsonValue, JsonObject> contents = new LinkedHashMap<>();
        byMonitor.forEach((id, replica) -> contents.put(id, replica.toJson()));
        return contents;
    }

    /** That of the monitor of everything, if there is one. */
    Optional<Replica> observer() {
        return Optional.ofNullable(byMonitor.get(Json.text(MonitorMaker.OBSERVER)));
    }

    /** The session has ended, and its monitors with it. */
    void ended() {
        byMonitor.clear();
    }

    private void begin(JsonObject request, boolean failed, Optional<JsonValue> initial) {
        if (failed || request.toString().contains("\"select\"")) return;
        Replica replica = new Replica(columns);
        replica.apply(initial.orElseThrow());
        byMonitor.put(param(request, 1), replica);
    }

    private void changed(JsonValue oldId, JsonValue newId, boolean failed) {
        if (oldId.equals(newId)) return;
        if (!failed) byMonitor.remove(oldId);
        else if (byMonitor.get(oldId) == byMonitor.get(newId)) byMonitor.remove(newId);
    }

    private void apply(JsonValue id, JsonValue updates) {
        Replica replica = byMonitor.get(id);
        if (replica != null) replica.apply(updates);
    }

    private static JsonValue param(JsonObject message, int index) {
        return message.get("params")
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast)
                .filter(params -> params.size() > index)
                .map(params -> params.get(index))
                .orElse(JsonValue.ofNull());
    }
}
