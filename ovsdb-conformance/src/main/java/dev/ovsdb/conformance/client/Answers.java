package dev.ovsdb.conformance.client;

import dev.ovsdb.conformance.suite.Suite;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the played server answers: as an empty one with the kit's first database, but where a case has rules of its own. */
final class Answers {
    private static final String DATABASE = Suite.databases().get(0);
    static final List<String> MONITORS = List.of("monitor", "monitor_cond", "monitor_cond_since");
    private static final JsonValue NOTHING = JsonObject.EMPTY;
    private static final JsonValue ZERO = JsonValue.of("00000000-0000-0000-0000-000000000000");

    private final Map<String, Optional<JsonObject>> rules = new LinkedHashMap<>();

    /** Answers a method by members of a reply, or not at all. */
    void rule(String method, Optional<JsonObject> reply) {
        rules.put(method, reply);
    }

    /** Whether a rule answers the method with an error. */
    boolean refuses(String method) {
        return rules.getOrDefault(method, Optional.empty())
                .filter(reply -> reply.get("result").isEmpty())
                .isPresent();
    }

    /** The reply to a request; empty if it gets none. */
    Optional<JsonObject> to(JsonObject request) {
        String method = ((JsonString) request.get("method").orElseThrow()).value();
        List<JsonValue> params = ((JsonArray) request.get("params").orElseThrow()).elements();
        Optional<JsonObject> reply = rules.containsKey(method) && !isBesides(method, params)
                ? rules.get(method)
                : Optional.of(usual(method, params));
        return reply.map(members -> withId(request.get("id").orElseThrow(), members));
    }

    /** Rules for monitors are about tables of the kit's database, not about what a client looks for first or beside it. */
    private static boolean isBesides(String method, List<JsonValue> params) {
        if (!MONITORS.contains(method) || params.size() < 3) return false;
        return !params.get(0).equals(JsonValue.of(DATABASE)) || params.get(2).equals(NOTHING);
    }

    private static JsonObject withId(JsonValue id, JsonObject members) {
        Map<String, JsonValue> all = new LinkedHashMap<>();
        all.put("id", id);
        all.putAll(members.members());
        return JsonObject.of(all);
    }

    static JsonObject result(JsonValue result) {
        return JsonValue.object("result", result).with("error", JsonValue.ofNull());
    }

    static JsonObject error(JsonValue error) {
        return JsonValue.object("error", error);
    }

    private static JsonObject usual(String method, List<JsonValue> params) {
        return switch (method) {
            case "echo" -> result(JsonValue.array(params));
            case "list_dbs" -> result(JsonValue.array(JsonValue.of(DATABASE)));
            case "get_schema" -> ofDatabase(params, JsonValue.parse(Suite.schema(DATABASE).orElseThrow()));
            case "transact" -> ofDatabase(params, results(params));
            case "monitor", "monitor_cond" -> ofDatabase(params, NOTHING);
            case "monitor_cond_since" ->
                ofDatabase(params, JsonValue.array(JsonValue.of(false), ZERO, NOTHING));
            case "monitor_cancel", "monitor_cond_change", "set_db_change_aware", "unlock" -> result(NOTHING);
            case "get_server_id" -> result(ZERO);
            case "lock", "steal" -> result(JsonValue.object("locked", JsonValue.of(true)));
            default -> error(JsonValue.of("unknown method"));
        };
    }

    private static JsonObject ofDatabase(List<JsonValue> params, JsonValue result) {
        boolean known = !params.isEmpty() && params.get(0).equals(JsonValue.of(DATABASE));
        return known ? result(result) : error(JsonValue.object("error", JsonValue.of("unknown database")));
    }

    private static JsonValue results(List<JsonValue> params) {
        List<JsonValue> results = new ArrayList<>();
        for (JsonValue operation : params.subList(1, params.size())) {
            boolean select = ((JsonObject) operation).get("op").filter(JsonValue.of("select")::equals).isPresent();
            results.add(select ? JsonValue.object("rows", JsonValue.array()) : NOTHING);
        }
        return JsonValue.array(results);
    }
}
