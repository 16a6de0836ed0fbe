package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes {@code where} clauses, most of which match something. */
final class ConditionMaker {
    private static final List<String> ANY = List.of("==", "!=", "includes", "excludes");
    private static final List<String> ORDERED = List.of("==", "!=", "includes", "excludes", "<", "<=", ">", ">=");

    private final Chance chance;
    private final Rows rows;
    private final ValueMaker values;

    ConditionMaker(Chance chance, Rows rows, ValueMaker values) {
        this.chance = chance;
        this.rows = rows;
        this.values = values;
    }

    JsonArray where(TablePlan table) {
        Optional<String> known = rows.any(table.name(), chance);
        if (known.isPresent() && chance.in(0.7)) return Json.array(byUuid(known.get()));
        if (chance.in(0.08)) return Json.array();
        return clauses(table, true);
    }

    /**
     * Clauses that any monitor may have too.
     *
     * @param byUuid whether {@code _uuid} may occur in them
     */
    JsonArray clauses(TablePlan table, boolean byUuid) {
        List<JsonValue> clauses = new ArrayList<>();
        for (int i = chance.in(0.75) ? 1 : 2; i > 0; i--) clauses.add(clause(table, byUuid));
        return Json.array(clauses);
    }

    /** One clause that holds a value which some row had, or none. */
    JsonArray sound(TablePlan table) {
        if (table.columns().isEmpty()) return Json.array(JsonValue.of(chance.in(0.5)));
        ColumnPlan column = chance.pick(table.columns());
        Optional<JsonValue> seen = rows.someValue(table.name(), column.name(), chance)
                .filter(value -> !value.toString().contains(Normal.MASK));
        return Json.array(
                seen.isPresent() && chance.in(0.9)
                        ? Json.array(Json.text(column.name()), Json.text(chance.pick(ANY)), seen.get())
                        : JsonValue.of(chance.in(0.5)));
    }

    private JsonValue clause(TablePlan table, boolean byUuid) {
        if (chance.in(0.04) || table.columns().isEmpty()) return JsonValue.of(chance.in(0.5));
        Optional<String> known = rows.any(table.name(), chance);
        if (byUuid && known.isPresent() && chance.in(0.2))
            return Json.array(Json.text("_uuid"), Json.text(chance.pick(ANY)), Json.uuid(known.get()));
        ColumnPlan column = chance.pick(table.columns());
        boolean ordered = column.key().isNumber() && !column.isMap() && column.max() == 1;
        String function = chance.pick(ordered ? ORDERED : ANY);
        return Json.array(Json.text(column.name()), Json.text(function), argument(table, column, function));
    }

    private JsonValue argument(TablePlan table, ColumnPlan column, String function) {
        Optional<JsonValue> seen = rows.someValue(table.name(), column.name(), chance);
        boolean single = function.startsWith("<") || function.startsWith(">");
        if (seen.isPresent() && chance.in(0.6) && !(single && Json.isTagged(seen.get(), "set"))) return seen.get();
        return single ? values.atom(column.key()) : values.value(column);
    }

    private static JsonValue byUuid(String uuid) {
        return Json.array(Json.text("_uuid"), Json.text("=="), Json.uuid(uuid));
    }
}
