package dev.ovsdb.conformance.server;

import dev.ovsdb.conformance.suite.Suite;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The databases of a server: which of the kit's it has, of which model, and how they are made as new. */
final class Databases {
    private final Questions questions;
    private final List<String> served = new ArrayList<>();
    private final Map<String, JsonObject> kit = new LinkedHashMap<>();
    private final Map<String, String> models = new LinkedHashMap<>();

    Databases(Questions questions) {
        this.questions = questions;
        questions.ask("list_dbs", JsonValue.array()).ifPresent(this::list);
        for (String name : served) {
            Suite.schema(name)
                    .map(text -> (JsonObject) JsonValue.parse(text))
                    .filter(schema -> isServed(name, schema))
                    .ifPresent(schema -> kit.put(name, schema));
        }
    }

    private void list(JsonValue result) {
        if (!(result instanceof JsonArray names)) return;
        for (JsonValue name : names.elements()) {
            if (name instanceof JsonString text) served.add(text.value());
        }
    }

    private boolean isServed(String name, JsonObject schema) {
        return questions
                .ask("get_schema", JsonValue.array(JsonValue.of(name)))
                .filter(found -> columns(found).equals(columns(schema)))
                .isPresent();
    }

    /** Tables and columns: what a schema says of them may be written in more than one way. */
    private static Map<String, Set<String>> columns(JsonValue schema) {
        Map<String, Set<String>> columns = new LinkedHashMap<>();
        members(schema, "tables")
                .forEach((table, content) -> columns.put(
                        table, new LinkedHashSet<>(members(content, "columns").keySet())));
        return columns;
    }

    private static Map<String, JsonValue> members(JsonValue object, String name) {
        return object instanceof JsonObject some && some.get(name).orElse(null) instanceof JsonObject inner
                ? inner.members()
                : JsonObject.EMPTY.members();
    }

    /** Whether the server has this database of the kit, by its schema too. */
    boolean hasKit(String name) {
        return kit.containsKey(name);
    }

    /** A database that is not the server's own; empty if there is none. */
    Optional<String> any() {
        return served.stream().filter(name -> !name.startsWith("_")).findFirst();
    }

    boolean has(String name) {
        return served.contains(name);
    }

    /** {@code standalone} or {@code clustered}, as the server says; {@code unknown} if it does not. */
    String model(String name) {
        return models.computeIfAbsent(name, this::askModel);
    }

    private String askModel(String name) {
        JsonValue select = JsonValue.object("op", JsonValue.of("select"))
                .with("table", JsonValue.of("Database"))
                .with("where", JsonValue.parse("[[\"name\",\"==\"," + JsonValue.of(name) + "]]"))
                .with("columns", JsonValue.parse("[\"model\"]"));
        String reply = questions
                .ask("transact", JsonValue.array(JsonValue.of("_Server"), select))
                .map(JsonValue::toString)
                .orElse("");
        if (reply.contains("\"clustered\"")) return "clustered";
        return reply.contains("\"standalone\"") ? "standalone" : "unknown";
    }

    /** Deletes every row of a database of the kit; empty if that went well, else why not. */
    Optional<String> empty(String name) {
        List<JsonValue> params = new ArrayList<>(List.of(JsonValue.of(name)));
        for (String table : members(kit.get(name), "tables").keySet()) {
            params.add(JsonValue.object("op", JsonValue.of("delete"))
                    .with("table", JsonValue.of(table))
                    .with("where", JsonValue.array()));
        }
        String reply = questions
                .reply("transact", JsonValue.array(params))
                .map(JsonObject::toString)
                .orElse("no answer");
        boolean done = reply.contains("\"count\":") && !reply.contains("\"details\":") && !reply.contains("null,null");
        return done ? Optional.empty() : Optional.of("the rows of " + name + " cannot be deleted: " + reply);
    }

    /** Gives a database of the kit its schema back; the session that asks is closed by it, as E42 says. */
    void restore(String name) {
        questions.reply("convert", JsonValue.array(JsonValue.of(name), kit.get(name)));
    }
}
