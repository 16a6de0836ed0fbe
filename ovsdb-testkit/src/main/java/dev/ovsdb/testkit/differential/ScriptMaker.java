package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes a script step by step, from a seed and from what the observer sees on the way.
 *
 * <p>Session 0 is the observer: it monitors everything and makes the dumps; the others do the rest. By the rows that it sees the
 * next steps are chosen, so that most of them meet something.
 */
final class ScriptMaker {
    static final List<String> LOCKS = List.of("left", "right");
    private static final int OBSERVER = 0;
    private static final int SESSIONS = 3;
    private static final int STEPS_PER_DUMP = 25;
    private static final List<String> RAW = List.of(
            " \n\t",
            "{\"id\":1.0,\"method\":\"echo\",\"params\":[1.0,-0,1e3,0.5,\"\\u00e9\\/\",{\"a\":[]}]}",
            "{\"id\":null,\"method\":\"frob\",\"params\":[]}",
            "{\"method\":\"echo\",\"params\":[],\"id\":{\"a\":false}}",
            "{\"id\":1,\"id\":2,\"method\":\"echo\",\"params\":[]}",
            "[]",
            "nonsense",
            "{\"id\":1,\"method\":\"echo\"}",
            "{\"id\":1,\"method\":\"echo\",\"params\":null}",
            "{\"id\":1,\"method\":\"echo\",\"params\":{}}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"echo\",\"params\":[]}",
            "{\"id\":1,\"result\":[],\"error\":null}",
            "{\"id\":1,\"result\":null,\"error\":null}",
            "{\"id\":1,\"method\":\"echo\",\"params\":[\"\\u0000\"]}",
            "{\"id\":1,\"method\":\"echo\",\"params\":[\"\\ud800\"]}",
            "{\"id\":1,\"method\":\"echo\",\"params\":[1e999]}",
            "{\"id\":1,\"method\":\"echo\",\"params\":[01]}",
            "{\"id\":1,\"method\":\"echo\",\"params\":[\"\n\"]}");

    private final Chance chance;
    private final SchemaChanger changer;
    private final Spoiler spoiler;
    private final List<Step> ready = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final Set<Integer> aware = new TreeSet<>();
    private SchemaPlan schema;
    private SchemaPlan nextSchema;
    private JsonValue observing = JsonValue.ofNull();
    private Rows rows;
    private TransactionMaker transactions;
    private MonitorMaker monitors;
    private int steps;
    private long ids;

    private record Waiting(int session, JsonValue id) {}

    ScriptMaker(Chance chance) {
        this.chance = chance;
        this.changer = new SchemaChanger(chance);
        this.spoiler = new Spoiler(chance);
        this.schema = SchemaMaker.make(chance);
        this.nextSchema = schema;
        this.rows = new Rows(schema);
        this.transactions = new TransactionMaker(chance, schema, rows);
        this.monitors = new MonitorMaker(chance, schema, transactions.conditions());
        for (int session = 0; session <= SESSIONS; session++) ready.add(new Step.Open(session));
        ready.add(awareness(OBSERVER, true));
        ready.add(awareness(2, true));
        observe();
    }

    /** The schema at present: that of the last conversion which the observer saw succeed. */
    SchemaPlan schema() {
        return schema;
    }

    /** What ends a script. */
    Step last() {
        return new Step.Dump(OBSERVER);
    }

    private void observe() {
        observing = id();
        ready.add(new Step.Send(OBSERVER, List.of(monitors.observer(observing))));
    }

    Step next() {
        if (!ready.isEmpty()) return ready.remove(0);
        steps++;
        if (steps % STEPS_PER_DUMP == 0) return new Step.Dump(OBSERVER);
        int session = chance.between(1, SESSIONS);
        int choice = chance.below(1000);
        if (!waiting.isEmpty() && choice < 200) return cancel();
        if (choice < 830) return new Step.Send(session, transacts());
        if (choice < 910) return new Step.Send(session, List.of(monitors.request(session, id())));
        if (choice < 950) return lock(session);
        if (choice < 970) return block(session);
        if (choice < 976) return twice(session);
        if (choice < 982) return convert(session);
        if (choice < 991) return odd(session);
        if (choice < 995) return raw(session);
        return reopen(session);
    }

    /** Takes in what the observer heard; strings that stand for masked UUIDs do no harm. */
    void observed(List<JsonValue> heard) {
        for (JsonValue message : heard) {
            String method = Json.string(message, "method").orElse("");
            if (method.equals("update"))
                rows.observed(
                        (JsonObject) ((JsonArray) Json.member(message, "params").orElseThrow()).get(1));
            else if (method.equals("monitor_canceled")) converted();
            else if (Json.member(message, "id").equals(Optional.of(observing)))
                rows.observed(Json.objectAt(message, "result"));
        }
    }

    /** All monitors are gone, and the sessions that did not know of such changes. */
    private void converted() {
        schema = nextSchema;
        rows = new Rows(schema);
        transactions = new TransactionMaker(chance, schema, rows);
        monitors = new MonitorMaker(chance, schema, transactions.conditions());
        waiting.clear();
        observe();
        for (int session = 1; session <= SESSIONS; session++) {
            if (!aware.contains(session)) returnAs(session);
        }
    }

    /** A conversion to a changed schema; some are spoilt, and for one of another name, so that they cannot succeed. */
    private Step convert(int session) {
        nextSchema = changer.changed(schema);
        JsonValue json = nextSchema.toJson();
        if (chance.in(0.1))
            json = spoiler.spoil(Json.array(Json.text("E"), ((JsonObject) json).with("name", Json.text("E"))))
                    .get(1);
        return send(session, "convert", Json.array(Json.text(schema.name()), json));
    }

    private Step awareness(int session, boolean on) {
        if (on) aware.add(session);
        else aware.remove(session);
        return send(session, "set_db_change_aware", Json.array(JsonValue.of(on)));
    }

    private List<JsonObject> transacts() {
        List<JsonObject> requests = new ArrayList<>();
        for (int i = chance.in(0.9) ? 1 : chance.between(2, 6); i > 0; i--)
            requests.add(transact(transactions.params()));
        return requests;
    }

    private JsonObject transact(JsonArray params) {
        return Json.request(id(), "transact", params.elements());
    }

    private Step send(int session, String method, JsonArray params) {
        return new Step.Send(session, List.of(Json.request(id(), method, params.elements())));
    }

    private Step lock(int session) {
        String method = chance.of("lock", "lock", "steal", "unlock", "unlock");
        JsonValue name = chance.in(0.95) ? Json.text(chance.pick(LOCKS)) : Json.text("no id");
        return send(session, method, chance.in(0.97) ? Json.array(name) : Json.array());
    }

    /** A transaction that waits until some row changes, if it does not hold at once, and then does something. */
    private Step block(int session) {
        TablePlan table = chance.pick(schema.tables());
        List<JsonValue> operations = new ArrayList<>();
        operations.add(transactions.waiting(table, chance.in(0.5) ? Optional.empty() : Optional.of(10_000_000L)));
        if (chance.in(0.6)) operations.addAll(transactions.operations());
        JsonObject request = transact(transactions.params(operations));
        waiting.add(new Waiting(session, request.get("id").orElseThrow()));
        return new Step.Send(session, List.of(request));
    }

    private Step cancel() {
        Waiting blocked = waiting.remove(0);
        return new Step.Send(blocked.session(), List.of(notification("cancel", blocked.id())));
    }

    /** Twice the same id while the first is outstanding, which is cancelled then. */
    private Step twice(int session) {
        TablePlan table = chance.pick(schema.tables());
        JsonObject never = Json.object()
                .with("op", Json.text("wait"))
                .with("table", Json.text(table.name()))
                .with("where", Json.array(JsonValue.of(false)))
                .with("columns", Json.array())
                .with("until", Json.text("!="))
                .with("rows", Json.array());
        JsonObject request = transact(transactions.params(List.of(never)));
        JsonValue id = request.get("id").orElseThrow();
        return new Step.Send(session, List.of(request, request, notification("cancel", id)));
    }

    private static JsonObject notification(String method, JsonValue param) {
        return Json.request(JsonValue.ofNull(), method, List.of(param));
    }

    private Step odd(int session) {
        return switch (chance.below(12)) {
            case 0 -> send(session, "list_dbs", Json.array());
            case 1 -> send(session, "get_schema", Json.array(Json.text(chance.of(schema.name(), "nobody"))));
            case 2 -> send(session, "get_server_id", chance.in(0.7) ? Json.array() : Json.array(JsonValue.of(1)));
            case 3 -> send(session, "frob", Json.array());
            case 4 -> send(session, "cancel", Json.array(JsonValue.of(1)));
            case 5 ->
                chance.in(0.3)
                        ? send(session, "set_db_change_aware", Json.array(JsonValue.of(1)))
                        : awareness(session, chance.in(0.6));
            case 6 -> send(session, "monitor_cancel", chance.in(0.8) ? Json.array(Json.text("nobody")) : Json.array());
            case 7 -> send(session, "transact", Json.array(Json.text("nobody")));
            case 8 -> send(session, "transact", Json.array());
            case 9 -> send(session, "transact", Json.array(Json.text("_Server"), serverDelete()));
            case 10 ->
                send(session, "monitor_cond_change", Json.array(Json.text("nobody"), Json.text("x"), Json.object()));
            default -> send(session, "echo", Json.array(JsonValue.of(1.25), Json.text("\u00e9\"\\"), Json.object()));
        };
    }

    private static JsonObject serverDelete() {
        return Json.object()
                .with("op", Json.text("delete"))
                .with("table", Json.text("Database"))
                .with("where", Json.array());
    }

    /** Most of these end the connection, so the session comes again. */
    private Step raw(int session) {
        returnAs(session);
        return new Step.Raw(session, chance.pick(RAW));
    }

    private Step reopen(int session) {
        returnAs(session);
        return new Step.Close(session);
    }

    private void returnAs(int session) {
        monitors.forget(session);
        waiting.removeIf(blocked -> blocked.session() == session);
        ready.add(new Step.Close(session));
        ready.add(new Step.Open(session));
        aware.remove(session);
        if (session == 2) ready.add(awareness(session, true));
    }

    private JsonValue id() {
        return JsonValue.of(1000 + ids++);
    }
}
