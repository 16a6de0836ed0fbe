package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Makes the operations of a transaction: sound ones, of which one is spoilt now and then. */
final class TransactionMaker {
    private static final int DEEPEST = 3;

    private final Chance chance;
    private final SchemaPlan schema;
    private final Rows rows;
    private final ValueMaker values;
    private final ConditionMaker conditions;
    private final MutationMaker mutations;
    private final Spoiler spoiler;
    private int names;

    TransactionMaker(Chance chance, SchemaPlan schema, Rows rows) {
        this.chance = chance;
        this.schema = schema;
        this.rows = rows;
        this.values = new ValueMaker(chance, rows);
        this.conditions = new ConditionMaker(chance, rows, values);
        this.mutations = new MutationMaker(chance, values);
        this.spoiler = new Spoiler(chance);
    }

    ConditionMaker conditions() {
        return conditions;
    }

    /** The parameters of a {@code transact}. */
    JsonArray params() {
        if (chance.in(0.05))
            return params(
                    List.of(chance.in(0.5) ? select(chance.pick(schema.tables())) : other(chance.between(960, 999))));
        JsonArray params = params(operations());
        return chance.in(0.07) ? spoiler.spoil(params) : params;
    }

    /** The same, none of them spoilt. */
    JsonArray params(List<JsonValue> operations) {
        List<JsonValue> params = new ArrayList<>(List.of(Json.text(schema.name())));
        params.addAll(operations);
        return Json.array(params);
    }

    List<JsonValue> operations() {
        rows.begin();
        List<JsonValue> operations = new ArrayList<>();
        for (int i = chance.in(0.6) ? 1 : chance.between(2, 4); i > 0; i--) addOperation(operations);
        if (operations.size() > 1 && chance.in(0.15)) Collections.reverse(operations); // Names before they are defined.
        return operations;
    }

    private void addOperation(List<JsonValue> into) {
        TablePlan table = table();
        int choice = into.isEmpty() ? chance.below(880) : chance.below(1000);
        boolean full = table.maxRows() > 0 && rows.count(table.name()) >= table.maxRows();
        if (full && choice < 330 && chance.in(0.9)) into.add(delete(table));
        else if (choice < 330 || rows.count(table.name()) == 0 && choice < 900) insert(table, into, 0);
        else if (choice < 560) into.add(update(table));
        else if (choice < 800) into.add(mutate(table));
        else if (choice < 845) into.add(delete(table));
        else if (choice < 930) into.add(select(table));
        else if (choice < 960) into.add(waiting(table, Optional.of(0L)));
        else into.add(other(choice));
    }

    /** A table, rather one with rows, or one whose new rows would live. */
    private TablePlan table() {
        TablePlan table = chance.pick(schema.tables());
        if (table.root() || rows.count(table.name()) > 0 || chance.in(0.1)) return table;
        return referrers(table).isEmpty() ? schema.tables().get(0) : table;
    }

    private JsonValue other(int choice) {
        if (choice < 975) return operation("comment").with("comment", Json.text(chance.of("", "why", "\u00e9")));
        if (choice < 988) return operation("commit").with("durable", JsonValue.of(chance.in(0.2)));
        if (choice < 994) return operation("assert").with("lock", Json.text(chance.pick(ScriptMaker.LOCKS)));
        return operation("abort");
    }

    /** Adds an insert, with inserts of rows that it needs to refer to and, for a row that must be referred to, of a referrer. */
    private void insert(TablePlan table, List<JsonValue> into, int depth) {
        String uuid =
                rows.any(table.name(), chance).filter(unused -> chance.in(0.01)).orElseGet(chance::uuid);
        JsonObject insert =
                operation("insert").with("table", Json.text(table.name())).with("uuid", Json.text(uuid));
        JsonValue reference = Json.uuid(uuid);
        if (chance.in(0.35)) {
            String name = chance.in(0.9) ? "row" + names++ : "row";
            insert = insert.with("uuid-name", Json.text(name));
            if (chance.in(0.7)) reference = Json.array(Json.text("named-uuid"), Json.text(name));
        }
        rows.inserts(table.name(), reference); // Before its own values: a row may refer to itself.
        insert = insert.with("row", row(table, into, depth));
        into.add(insert);
        if (!table.root() && depth == 0) refer(table, reference, into);
    }

    private JsonObject row(TablePlan table, List<JsonValue> into, int depth) {
        JsonObject row = Json.object();
        for (ColumnPlan column : table.columns()) {
            if (column.allowsDefault() && chance.in(0.4)) continue;
            provide(column, into, depth);
            row = row.with(column.name(), values.value(column));
        }
        return row;
    }

    /** A strong reference that must be there needs a row to lead to. */
    private void provide(ColumnPlan column, List<JsonValue> into, int depth) {
        if (!column.isReference() || column.min() == 0 || depth >= DEEPEST) return;
        Base target = column.key().isReference() ? column.key() : column.requireValue();
        String table = java.util.Objects.requireNonNull(target.refTable());
        if (!rows.hasAny(table) || chance.in(0.1)) insert(schema.table(table), into, depth + 1);
    }

    /** Lets some row refer to the new one, that it may live. */
    private void refer(TablePlan target, JsonValue reference, List<JsonValue> into) {
        List<Referrer> referrers = referrers(target);
        if (referrers.isEmpty() || chance.in(0.1)) return;
        Referrer referrer = chance.pick(referrers);
        JsonObject operation = operation(referrer.column().max() > 1 ? "mutate" : "update")
                .with("table", Json.text(referrer.table().name()))
                .with("where", Json.array(equal("_uuid", Json.uuid(referrer.uuid()))));
        into.add(
                referrer.column().max() > 1
                        ? operation.with("mutations", Json.array(added(referrer.column(), reference)))
                        : operation.with(
                                "row", Json.object().with(referrer.column().name(), reference)));
    }

    private record Referrer(TablePlan table, ColumnPlan column, String uuid) {}

    private List<Referrer> referrers(TablePlan target) {
        List<Referrer> referrers = new ArrayList<>();
        for (TablePlan table : schema.tables()) {
            Optional<String> row = rows.any(table.name(), chance);
            for (ColumnPlan column : table.columns()) {
                if (row.isPresent() && column.mutable() && leadsTo(column, target))
                    referrers.add(new Referrer(table, column, row.get()));
            }
        }
        return referrers;
    }

    private static boolean leadsTo(ColumnPlan column, TablePlan target) {
        return target.name().equals(column.key().refTable()) && column.key().strong() && !column.isMap();
    }

    private static JsonValue added(ColumnPlan column, JsonValue reference) {
        return Json.array(Json.text(column.name()), Json.text("insert"), Json.set(List.of(reference)));
    }

    private JsonValue update(TablePlan table) {
        JsonObject row = Json.object();
        for (ColumnPlan column : table.columns()) {
            if ((column.mutable() || chance.in(0.02)) && chance.in(0.4))
                row = row.with(column.name(), values.value(column));
        }
        return operation("update")
                .with("table", Json.text(table.name()))
                .with("where", conditions.where(table))
                .with("row", row);
    }

    private JsonValue mutate(TablePlan table) {
        return operation("mutate")
                .with("table", Json.text(table.name()))
                .with("where", conditions.where(table))
                .with("mutations", mutations.mutations(table));
    }

    private JsonValue delete(TablePlan table) {
        return operation("delete").with("table", Json.text(table.name())).with("where", conditions.where(table));
    }

    private JsonValue select(TablePlan table) {
        JsonObject select =
                operation("select").with("table", Json.text(table.name())).with("where", conditions.where(table));
        return chance.in(0.3) ? select : select.with("columns", columns(table));
    }

    /** A wait for a row's present values, so that equality often holds and inequality often does not. */
    JsonValue waiting(TablePlan table, Optional<Long> timeout) {
        JsonArray where = conditions.where(table);
        JsonArray columns = columns(table);
        JsonObject wait =
                operation("wait").with("table", Json.text(table.name())).with("where", where);
        if (timeout.isPresent()) wait = wait.with("timeout", JsonValue.of(timeout.get()));
        return wait.with("columns", columns)
                .with("until", Json.text(chance.of("==", "!=")))
                .with("rows", Json.array(expected(table, columns)));
    }

    private List<JsonValue> expected(TablePlan table, JsonArray columns) {
        List<JsonValue> expected = new ArrayList<>();
        Optional<JsonObject> seen = rows.someRow(table.name(), chance);
        if (seen.isEmpty() || chance.in(0.2)) return expected;
        JsonObject row = Json.object();
        for (JsonValue column : columns) {
            String name = ((dev.ovsdb.jsonrpc.JsonString) column).value();
            Optional<JsonValue> value = seen.get().get(name);
            if (value.isPresent() && chance.in(0.95)) row = row.with(name, value.get());
        }
        expected.add(row);
        return expected;
    }

    private JsonArray columns(TablePlan table) {
        List<JsonValue> names = new ArrayList<>();
        for (ColumnPlan column : table.columns()) {
            if (chance.in(0.5)) names.add(Json.text(column.name()));
        }
        if (chance.in(0.4)) names.add(Json.text("_uuid"));
        return Json.array(names);
    }

    static JsonValue equal(String column, JsonValue value) {
        return Json.array(Json.text(column), Json.text("=="), value);
    }

    private static JsonObject operation(String name) {
        return Json.object().with("op", Json.text(name));
    }
}
