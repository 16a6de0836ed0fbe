package dev.ovsdb.server.fuzz;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.framing.Message;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A session that behaves: it monitors whole tables by RFC 7047's method, whose updates carry whole rows, and knows of changes of
 * databases. What it was told must be what a select answers.
 */
final class Watcher {
    private final ScriptedPeer peer;
    private final Runnable run;
    private final Map<String, Map<String, JsonValue>> tables = new TreeMap<>();
    private int seen;
    private int requests;
    private int monitors; // The id of the last one, which is the one that counts.
    private @Nullable Message answer;

    Watcher(ScriptedPeer peer, Runnable run) {
        this.peer = peer;
        this.run = run;
        ask("set_db_change_aware", "[true]");
        monitor();
    }

    private void monitor() {
        monitors++;
        tables.clear();
        StringBuilder requests = new StringBuilder();
        ((JsonObject) ((JsonObject) ask("get_schema", "['Town']")).get("tables").orElseThrow())
                .members()
                .keySet()
                .forEach(table -> requests.append(requests.isEmpty() ? "'" : ",'")
                        .append(table)
                        .append("':{}"));
        update((JsonObject) ask("monitor", "['Town'," + monitors + ",{" + requests + "}]"));
    }

    private JsonValue ask(String method, String params) {
        String id = "'w" + requests++ + "'";
        answer = null;
        peer.request(id, method, params);
        run.run();
        listen();
        Message reply = answer;
        if (reply == null
                || reply.kind() != Message.Kind.REPLY
                || !reply.requireId().equals(JsonValue.parse(id.replace('\'', '"')))) {
            throw new AssertionError("the well-behaved session was answered " + reply + " to " + method + params);
        }
        return reply.requireBody().toValue();
    }

    /** Takes what came; a conversion costs the monitor. */
    void follow() {
        if (listen()) {
            monitor();
        }
    }

    private boolean listen() {
        if (peer.isClosed()) {
            throw new AssertionError("the well-behaved session was closed");
        }
        boolean canceled = false;
        List<Message> all = peer.received();
        for (Message message : all.subList(seen, all.size())) {
            JsonValue body = message.requireBody().toValue();
            switch (message.kind()) {
                case REPLY, ERROR_REPLY -> answer = message;
                case NOTIFICATION -> canceled |= notified(message.requireMethod(), (JsonArray) body);
                default -> {} // A probe, which the peer answers.
            }
        }
        seen = all.size();
        return canceled;
    }

    private boolean notified(String method, JsonArray params) {
        boolean current = params.get(0).equals(JsonValue.of(monitors));
        if (method.equals("update") && current) {
            update((JsonObject) params.get(1));
        }
        return method.equals("monitor_canceled") && current;
    }

    private void update(JsonObject updates) {
        updates.members()
                .forEach((table, rows) -> ((JsonObject) rows).members().forEach((uuid, change) -> {
                    JsonValue after = ((JsonObject) change).get("new").orElse(null);
                    Map<String, JsonValue> known = tables.computeIfAbsent(table, name -> new TreeMap<>());
                    if (after == null) {
                        known.remove(uuid);
                    } else {
                        known.put(uuid, after);
                    }
                }));
    }

    /** Checks that what was told is what is there, and that the server serves on. */
    void audit() {
        follow();
        JsonValue said = JsonValue.array(JsonValue.of("still"), JsonValue.of(requests));
        if (!ask("echo", said.toString()).equals(said)) {
            throw new AssertionError("another echo");
        }
        JsonObject schema = (JsonObject) ask("get_schema", "['Town']");
        for (String table :
                ((JsonObject) schema.get("tables").orElseThrow()).members().keySet()) {
            Map<String, JsonValue> selected = select(table);
            Map<String, JsonValue> told = tables.getOrDefault(table, Map.of());
            if (!selected.equals(told)) {
                throw new AssertionError(table + " holds " + selected + " but the monitor told of " + told);
            }
        }
    }

    private Map<String, JsonValue> select(String table) {
        JsonArray results = (JsonArray) ask("transact", "['Town',{'op':'select','table':'" + table + "','where':[]}]");
        JsonArray rows = (JsonArray) ((JsonObject) results.get(0)).get("rows").orElseThrow();
        Map<String, JsonValue> selected = new TreeMap<>();
        for (JsonValue row : rows.elements()) {
            Map<String, JsonValue> members = new TreeMap<>(((JsonObject) row).members());
            JsonArray uuid = (JsonArray) members.remove("_uuid");
            selected.put(uuid.get(1).toString().replace("\"", ""), JsonValue.object(members));
        }
        return selected;
    }
}
