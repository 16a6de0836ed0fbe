package dev.ovsdb.conformance.client;

import dev.ovsdb.conformance.suite.Suite;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A monitor that a client asked for, and an update of it in the form that belongs to its kind. */
record Monitored(String method, List<JsonValue> params) {
    private static final JsonValue ZERO = JsonValue.of("00000000-0000-0000-0000-000000000000");
    private static final String ROW = "11111111-2222-4333-8444-555555555555";

    /** The monitor that this request asks for, of a table of the kit's database; empty if it asks for something else. */
    static Optional<Monitored> of(JsonObject request) {
        String method = ((JsonString) request.get("method").orElseThrow()).value();
        List<JsonValue> params = ((JsonArray) request.get("params").orElseThrow()).elements();
        boolean monitor = Answers.MONITORS.contains(method);
        boolean ours = params.size() >= 3
                && params.get(0).equals(JsonValue.of(Suite.databases().get(0)));
        boolean tables = ours && params.get(2) instanceof JsonObject some && some.size() > 0;
        return monitor && tables ? Optional.of(new Monitored(method, params)) : Optional.empty();
    }

    /** A notification that a row of the first monitored table was inserted, with the default in every column. */
    JsonObject insert() {
        Map.Entry<String, JsonValue> first =
                ((JsonObject) params.get(2)).members().entrySet().iterator().next();
        String table = first.getKey();
        boolean whole = method.equals("monitor");
        JsonValue row = whole
                ? JsonValue.object("new", DefaultRow.of(table, columns(first.getValue())))
                : JsonValue.object("insert", JsonObject.EMPTY);
        JsonValue updates = JsonValue.object(table, JsonValue.object(ROW, row));
        List<JsonValue> said = new ArrayList<>(List.of(params.get(1)));
        if (method.equals("monitor_cond_since")) said.add(ZERO);
        said.add(updates);
        return JsonValue.object("id", JsonValue.ofNull())
                .with("method", JsonValue.of(notification()))
                .with("params", JsonValue.array(said));
    }

    private String notification() {
        return switch (method) {
            case "monitor" -> "update";
            case "monitor_cond" -> "update2";
            default -> "update3";
        };
    }

    /** The columns of a table's request, which is one object or an array of them; empty if all are meant. */
    private static List<String> columns(JsonValue request) {
        List<String> columns = new ArrayList<>();
        List<JsonValue> parts = request instanceof JsonArray array ? array.elements() : List.of(request);
        for (JsonValue part : parts) {
            if (((JsonObject) part).get("columns").orElse(null) instanceof JsonArray named) {
                named.elements().forEach(name -> columns.add(((JsonString) name).value()));
            }
        }
        return columns;
    }
}
