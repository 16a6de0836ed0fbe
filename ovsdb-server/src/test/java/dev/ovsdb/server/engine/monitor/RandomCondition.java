package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.server.engine.store.Pin;
import dev.ovsdb.server.engine.store.RowCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** A condition as text, and what it means, said in another way. */
record RandomCondition(String json, BiPredicate<UUID, Row> test) {
    static final RandomCondition EVERY = new RandomCondition("[]", (uuid, row) -> true);
    private static final RandomCondition NONE = new RandomCondition("[false]", (uuid, row) -> false);

    static RandomCondition next(RandomMonitors run, String table) {
        Random random = run.random();
        int choice = random.nextInt(6);
        if (choice < 2) {
            return choice == 0 ? EVERY : NONE;
        }
        RandomCondition any = clause(run, table);
        for (int i = random.nextInt(4); i > 0; i--) {
            any = any.or(clause(run, table));
        }
        return any;
    }

    private RandomCondition or(RandomCondition other) {
        String both = json.substring(0, json.length() - 1) + "," + other.json.substring(1);
        return new RandomCondition(both, test.or(other.test));
    }

    private static RandomCondition clause(RandomMonitors run, String table) {
        Random random = run.random();
        int number = random.nextInt(8);
        int choice = random.nextInt(table.equals("A") ? 8 : 4);
        return switch (choice) {
            case 0, 1 -> uuid(run, table);
            case 2 ->
                of(
                        "'s','==','s" + number + "'",
                        row -> row.require("s").asString().equals("s" + number));
            case 3 ->
                of(
                        "'s','!=','s" + number + "'",
                        row -> !row.require("s").asString().equals("s" + number));
            case 4 -> of("'k','=='," + number, row -> row.require("k").asLong() == number);
            case 5 ->
                of(
                        "'o','>='," + number % 3,
                        row -> row.require("o").asOptional().isPresent()
                                && row.require("o").asLong() >= number % 3);
            case 6 -> of("'set','includes'," + number, row -> row.require("set").contains(Atom.of(number)));
            default ->
                of(
                        "'map','excludes',['map',[['k1','v1']]]",
                        row -> !"v1".equals(row.require("map").asStringMap().get("k1")));
        };
    }

    private static RandomCondition of(String clause, Predicate<Row> test) {
        return new RandomCondition("[[" + clause + "]]", (uuid, row) -> test.test(row));
    }

    private static RandomCondition uuid(RandomMonitors run, String table) {
        List<UUID> uuids = new ArrayList<>(List.of(new UUID(1, 2)));
        try (Pin pin = run.store().pin()) {
            RowCursor rows = pin.rows(RandomMonitors.SCHEMA.requireTable(table));
            while (rows.next()) {
                uuids.add(rows.uuid());
            }
        }
        UUID wanted = uuids.get(run.random().nextInt(uuids.size()));
        return new RandomCondition("[['_uuid','==',['uuid','" + wanted + "']]]", (uuid, row) -> uuid.equals(wanted));
    }
}
