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
    private final Map<Integer, List<Known>> bySession = new TreeMap<>();
    private int ids;

    /** A monitor that was asked for, and the tables that it names. */
    private record Known(JsonValue id, List<String> tables) {}

    MonitorMaker(Chance chance, SchemaPlan schema, ConditionMaker conditions) {
        this.chance = chance;
        this.schema = schema;
        this.conditions = conditions;
        this.spoiler = new Spoiler(chance);
    }

    /** A monitor of everything there is, by which it is seen whether a transaction changed anything. */
    JsonObject observer(JsonValue id) {
        JsonObject tables = Json.object();
        for (TablePlan table : schema.tables()) tables = tables.with(table.name(), Json.array(Json.object()));
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
        JsonValue monitor = known.isEmpty() || chance.in(0.92)
                ? newId()
                : chance.pick(known).id();
        boolean conditional = !method.equals("monitor");
        JsonObject tables = tables(conditional);
        List<JsonValue> params = new ArrayList<>(List.of(Json.text(schema.name()), monitor, tables));
        if (method.endsWith("since"))
            params.add(Json.text(chance.in(0.3) ? chance.uuid() : "00000000-0000-0000-0000-000000000000"));
        known.add(new Known(monitor, List.copyOf(tables.members().keySet())));
        return Json.request(id, method, spoilt(Json.array(params)).elements());
    }

    /**
     * A change of conditions. A faulty one names one table alone: the reference 3.1.0 applies what stands before the fault and may
     * fall at the next transaction.
     */
    private JsonObject change(List<Known> known, JsonValue id) {
        Known old = chance.pick(known);
        JsonValue next = chance.in(0.7) ? old.id() : newId();
        known.add(new Known(next, old.tables()));
        JsonObject tables = Json.object();
        if (chance.in(0.08)) {
            TablePlan table = chance.pick(schema.tables());
            tables = tables.with(table.name(), Json.array(Json.object().with("where", where(table))));
            return Json.request(
                    id,
                    "monitor_cond_change",
                    spoiler.spoil(Json.array(old.id(), next, tables)).elements());
        }
        for (String table : old.tables()) {
            if (chance.in(0.4)) continue;
            JsonObject request = Json.object().with("where", where(schema.table(table)));
            boolean faulty = request.toString().contains("\"named-uuid\"");
            tables = (faulty ? Json.object() : tables).with(table, Json.array(request));
            if (faulty) break;
        }
        return Json.request(id, "monitor_cond_change", List.of(old.id(), next, tables));
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
        if (conditional && chance.in(0.6)) request = request.with("where", where(table));
        if (chance.in(0.12)) {
            JsonObject select = Json.object();
            for (String kind : KINDS) if (chance.in(0.5)) select = select.with(kind, JsonValue.of(chance.in(0.5)));
            request = request.with("select", select);
        }
        return request;
    }

    private JsonArray where(TablePlan table) {
        if (chance.in(0.1)) return Json.array();
        JsonArray clauses = conditions.clauses(table);
        return clauses.toString().contains(Normal.MASK) ? Json.array() : clauses; // That is no UUID, and so a fault.
    }

    private JsonArray names(List<ColumnPlan> columns) {
        List<JsonValue> names = new ArrayList<>();
        columns.forEach(column -> names.add(Json.text(column.name())));
        if (chance.in(0.05)) names.add(Json.text("_uuid"));
        return Json.array(names);
    }

    private JsonArray spoilt(JsonArray params) {
        return chance.in(0.06) ? spoiler.spoil(params) : params;
    }
}
