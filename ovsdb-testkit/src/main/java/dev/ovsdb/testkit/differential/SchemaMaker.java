package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes schemas in which everything that a schema can say occurs sooner or later. References lead to any table, also back and to
 * their own; the first table is a root, so that rows can live.
 */
final class SchemaMaker {
    private static final List<String> ATOMS = List.of("integer", "real", "boolean", "string", "uuid");

    private final Chance chance;
    private final List<String> tables;

    /** @param tables the names of those to which references may lead */
    SchemaMaker(Chance chance, List<String> tables) {
        this.chance = chance;
        this.tables = tables;
    }

    static SchemaPlan make(Chance chance) {
        List<String> names = IntStream.range(0, chance.between(1, 4))
                .mapToObj(i -> "T" + (char) ('a' + i))
                .toList();
        SchemaMaker maker = new SchemaMaker(chance, names);
        boolean allRoot = chance.in(0.3);
        List<TablePlan> plans = new ArrayList<>();
        for (String name : names) plans.add(maker.table(name, allRoot || plans.isEmpty() || chance.in(0.4)));
        return new SchemaPlan("D", plans);
    }

    TablePlan table(String name, boolean root) {
        List<ColumnPlan> columns = new ArrayList<>();
        for (int i = chance.between(2, 6); i > 0; i--) columns.add(column("c" + columns.size()));
        for (int i = chance.below(3); i > 0; i--) columns.add(reference("r" + columns.size()));
        int maxRows = chance.in(0.07) ? chance.between(2, 8) : 0;
        return new TablePlan(name, root, columns, indexes(columns), maxRows);
    }

    List<List<String>> indexes(List<ColumnPlan> columns) {
        List<String> candidates = columns.stream()
                .filter(column -> !column.ephemeral())
                .map(ColumnPlan::name)
                .toList();
        List<List<String>> indexes = new ArrayList<>();
        if (candidates.isEmpty() || chance.in(0.7)) return indexes;
        indexes.add(
                chance.in(0.6) || candidates.size() < 2
                        ? List.of(chance.pick(candidates))
                        : List.of(candidates.get(0), candidates.get(1)));
        if (chance.in(0.2)) {
            String other = chance.pick(candidates);
            if (!indexes.get(0).equals(List.of(other))) indexes.add(List.of(other));
        }
        return indexes;
    }

    ColumnPlan column(String name) {
        Base key = base();
        boolean mutable = !chance.in(0.08);
        boolean ephemeral = chance.in(0.1);
        int shape = chance.below(10);
        if (shape < 5) return new ColumnPlan(name, key, null, 1, 1, mutable, ephemeral);
        int min = chance.in(0.75) ? 0 : 1;
        if (shape < 6) return new ColumnPlan(name, key, null, 0, 1, mutable, ephemeral);
        if (shape < 8) return new ColumnPlan(name, key, null, min, most(), mutable, ephemeral);
        return new ColumnPlan(name, key, base(), min, most(), mutable, ephemeral);
    }

    ColumnPlan reference(String name) {
        Base target = Base.reference(chance.pick(tables), chance.in(0.55));
        boolean mutable = !chance.in(0.05);
        return switch (chance.below(6)) {
            case 0 -> new ColumnPlan(name, target, null, 1, 1, mutable, false);
            case 1 -> new ColumnPlan(name, target, null, 0, 1, mutable, false);
            case 2 -> new ColumnPlan(name, target, Base.plain("string"), 0, most(), mutable, false);
            case 3 -> new ColumnPlan(name, Base.plain("string"), target, 0, most(), mutable, false);
            default -> new ColumnPlan(name, target, null, chance.in(0.85) ? 0 : 1, most(), mutable, false);
        };
    }

    private int most() {
        return chance.in(0.6) ? ColumnPlan.UNLIMITED : chance.between(2, 4);
    }

    private Base base() {
        String type = chance.pick(ATOMS);
        if (chance.in(0.6) || type.equals("boolean") || type.equals("uuid")) return Base.plain(type);
        if (chance.in(0.4)) return Base.enumeration(type, choices(type));
        if (type.equals("string"))
            return Base.bounded(type, chance.in(0.3) ? 1 : null, chance.in(0.7) ? chance.between(2, 5) : null);
        return Base.bounded(
                type, chance.in(0.6) ? chance.between(-3, 1) : null, chance.in(0.6) ? chance.between(2, 40) : null);
    }

    private List<JsonValue> choices(String type) {
        return switch (type) {
            case "integer" ->
                Stream.of(1L, 2L, 5L).<JsonValue>map(JsonValue::of).toList();
            case "real" ->
                Stream.of(0.5, 1.0, 2.25).<JsonValue>map(JsonValue::of).toList();
            default -> Stream.of("blue", "green", "red").map(Json::text).toList();
        };
    }
}
