package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes monitors of every kind, changes of their conditions, and their ends. */
final class MonitorMaker {
    static final String OBSERVER = "observer";
    private static final List<String> KINDS = List.of("initial", "insert", "delete", "modify");

    private final Chance chance;
    private final SchemaPlan schema;
    private final ConditionMaker conditions;
    private final Spoiler spoiler;
    private final MonitorShape.Taken shapes = new MonitorShape.Taken();
    private final Map<Integer, List<Known>> bySession = new TreeMap<>();
    private int ids;

    /** A monitor that was asked for, and what it shows. */
    private record Known(JsonValue id, MonitorShape shape) {}

    MonitorMaker(Chance chance, SchemaPlan schema, ConditionMaker conditions) {
        this.chance = chance;
        this.schema = schema;
        this.conditions = conditions;
        this.spoiler = new Spoiler(chance);
    }

    /**
     * A monitor of everything there is, by which it is seen whether a transaction changed anything. It names its columns, {@code
     * _uuid} and {@code _version} among them, as no other does: see {@link MonitorShape}.
     */
    JsonObject observer(JsonValue id) {
        JsonObject tables = Json.object();
        for (TablePlan table : schema.tables()) {
            List<JsonValue> names = new ArrayList<>(List.of(Json.text("_uuid"), Json.text("_version")));
            table.columns().forEach(column -> names.add(Json.text(column.name())));
            tables = tables.with(table.name(), Json.array(Json.object().with("columns", Json.array(names))));
        }
        return Json.request(id, "monitor", List.of(Json.text(schema.name()), Json.text(OBSERVER), tables));
    }

    void forget(int session) {
        bySession.remove(session);
    }

    JsonObject request(int session, JsonValue id) {
        List<Known> known = bySession.computeIfAbsent(session, unused -> new ArrayList<>());
        int choice = chance.below(100);
        if (known.size() > 3 || (!known.isEmpty() && choice < 15)) return cancel(known, id);
        if (!known.isEmpty() && choice < 50) return change(known, id);
        return begin(known, id);
    }

    private JsonObject begin(List<Known> known, JsonValue id) {
        String method = chance.of("monitor", "monitor_cond", "monitor_cond", "monitor_cond_since");
        boolean isNew = known.isEmpty() || chance.in(0.92);
        JsonValue monitor = isNew ? newId() : chance.pick(known).id();
        boolean spoilt = chance.in(0.06);
        for (int attempt = 0; attempt < 8; attempt++) {
            JsonArray params = params(method, monitor);
            if (spoilt) params = spoiler.spoil(params);
            MonitorShape shape = MonitorShape.of(schema, params);
            if (!shapes.take(shape)) continue;
            if (isNew && !spoilt) known.add(new Known(monitor, shape));
            return Json.request(id, method, params.elements());
        }
        return Json.request(id, method, List.of(Json.text(schema.name()), monitor)); // One is missing.
    }

    private JsonArray params(String method, JsonValue monitor) {
        List<JsonValue> params =
                new ArrayList<>(List.of(Json.text(schema.name()), monitor, tables(!method.equals("monitor"))));
        if (method.endsWith("since"))
            params.add(Json.text(chance.in(0.3) ? chance.uuid() : "00000000-0000-0000-0000-000000000000"));
        return Json.array(params);
    }

    /**
     * A change of conditions. One that may be faulty names one table alone: the reference 3.1.0 applies what stands before the fault and may
     * fall at the next transaction.
     */
    private JsonObject change(List<Known> known, JsonValue id) {
        Known old = chance.pick(known);
        JsonValue next = chance.in(0.7) ? old.id() : newId();
        known.add(new Known(next, old.shape()));
        if (chance.in(0.08)) {
            JsonObject tables = one(chance.pick(schema.tables()), old.shape());
            JsonArray params = spoiler.spoil(Json.array(old.id(), next, tables));
            return Json.request(id, "monitor_cond_change", params.elements());
        }
        return Json.request(id, "monitor_cond_change", List.of(old.id(), next, changes(old.shape())));
    }

    private JsonObject changes(MonitorShape shape) {
        List<String> names = shape.tables();
        if (names.isEmpty()) return Json.object();
        if (chance.in(0.5)) return one(schema.table(chance.pick(names)), shape);
        JsonObject tables = Json.object();
        for (String name : names) {
            if (chance.in(0.7))
                tables = tables.with(name, Json.array(Json.object().with("where", sound(name, shape))));
        }
        return tables;
    }

    private JsonObject one(TablePlan table, MonitorShape shape) {
        boolean any = chance.in(0.5) && shapes.takeForOthers(shape);
        TablePlan readable = any ? table : shape.shown(table);
        return Json.object().with(table.name(), Json.array(Json.object().with("where", where(readable, any))));
    }

    /** Clauses without a fault, of what is shown. */
    private JsonArray sound(String table, MonitorShape shape) {
        return chance.in(0.3) ? Json.array() : conditions.sound(shape.shown(schema.table(table)));
    }

    private JsonObject cancel(List<Known> known, JsonValue id) {
        JsonValue monitor = known.remove(chance.below(known.size())).id();
        return Json.request(id, "monitor_cancel", List.of(monitor));
    }

    private JsonValue newId() {
        int number = ids++;
        return switch (chance.below(5)) {
            case 0 -> JsonValue.of((long) number);
            case 1 -> Json.array(Json.text("m"), JsonValue.of((long) number));
            case 2 -> Json.object().with("m", JsonValue.of((long) number));
            default -> Json.text("m" + number);
        };
    }

    private JsonObject tables(boolean conditional) {
        JsonObject tables = Json.object();
        for (TablePlan table : schema.tables()) {
            if (chance.in(0.65)) tables = tables.with(table.name(), requests(table, conditional));
        }
        return tables;
    }

    private JsonValue requests(TablePlan table, boolean conditional) {
        if (chance.in(0.1)) return request(table.columns(), table, conditional);
        if (chance.in(0.85)) return Json.array(request(table.columns(), table, conditional));
        int middle = table.columns().size() / 2;
        return Json.array(
                request(table.columns().subList(0, middle), table, conditional)
                        .with("columns", names(table.columns().subList(0, middle))),
                request(table.columns().subList(middle, table.columns().size()), table, conditional)
                        .with(
                                "columns",
                                names(table.columns()
                                        .subList(middle, table.columns().size()))));
    }

    private JsonObject request(List<ColumnPlan> from, TablePlan table, boolean conditional) {
        JsonObject request = Json.object();
        if (chance.in(0.6)) {
            List<ColumnPlan> some =
                    from.stream().filter(unused -> chance.in(0.6)).toList();
            request = request.with("columns", names(some));
        }
        if (conditional && chance.in(0.6)) request = request.with("where", where(table, true));
        if (chance.in(0.12)) {
            JsonObject select = Json.object();
            for (String kind : KINDS) if (chance.in(0.5)) select = select.with(kind, JsonValue.of(chance.in(0.5)));
            request = request.with("select", select);
        }
        return request;
    }

    private JsonArray where(TablePlan table, boolean byUuid) {
        if (chance.in(0.1)) return Json.array();
        JsonArray clauses = conditions.clauses(table, byUuid);
        return clauses.toString().contains(Normal.MASK) ? Json.array() : clauses; // That is no UUID, and so a fault.
    }

    private JsonArray names(List<ColumnPlan> columns) {
        List<JsonValue> names = new ArrayList<>();
        columns.forEach(column -> names.add(Json.text(column.name())));
        if (chance.in(0.05)) names.add(Json.text("_uuid"));
        return Json.array(names);
    }
}
