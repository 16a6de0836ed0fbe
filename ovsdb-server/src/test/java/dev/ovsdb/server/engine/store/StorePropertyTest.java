package dev.ovsdb.server.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.cases.Rounds;
import dev.ovsdb.server.data.RowChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random transactions, pins, publications and falls, against a model that looks at everything each time. */
class StorePropertyTest {
    private static final int ROWS = 7;
    private static final int STEPS = 1500;

    private final Scene scene = new Scene();
    private final DatabaseStore store = scene.store;
    private StoreModel head = new StoreModel(store.schema());
    private StoreModel published = head;
    private final Map<Pin, StoreModel> pinned = new LinkedHashMap<>();
    private StoreModel current = head; // In the transaction under way.
    private int rejected;
    private int committed;
    private int fallen;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isWhatTheModelSays(long seed) {
        int steps = Rounds.of(STEPS);
        run(new Random(seed), steps, "seed " + seed);
        if (steps == STEPS) { // Fewer need not come to everything.
            assertThat(committed).isGreaterThan(150);
            assertThat(rejected).isGreaterThan(100);
            assertThat(fallen).isGreaterThan(10);
        }
    }

    @Test
    void isWhatTheModelSaysForSomeOtherSeed() {
        long seed = Long.getLong("ovsdb.store.seed", new Random().nextLong());
        run(new Random(seed), Rounds.of(500), "-Dovsdb.store.seed=" + seed);
    }

    private void run(Random random, int steps, String seed) {
        for (int step = 0; step < steps; step++) {
            String where = seed + ", step " + step;
            act(random, where);
            checkHead(where);
            pinned.forEach((pin, model) -> checkPin(pin, model, where));
        }
        finish(seed);
    }

    private void act(Random random, String where) {
        switch (random.nextInt(12)) {
            case 0 -> publish();
            case 1 -> fallBack();
            case 2 -> pinned.put(store.pinPublished(), published);
            case 3 -> pinned.put(store.pin(), head);
            case 4, 5 -> closeOne(random);
            default -> transact(random, where);
        }
    }

    private void publish() {
        store.publish(store.headVersion());
        published = head;
    }

    private void fallBack() {
        fallen += store.fallBack().size();
        head = published;
        pinned.keySet().removeIf(pin -> {
            boolean gone = pin.isFallen();
            if (gone) {
                pin.close();
            }
            return gone;
        });
    }

    private void closeOne(Random random) {
        if (!pinned.isEmpty()) {
            Pin pin = new ArrayList<>(pinned.keySet()).get(random.nextInt(pinned.size()));
            pin.close();
            pinned.remove(pin);
        }
    }

    private void transact(Random random, String where) {
        StoreTransaction transaction = store.begin();
        StoreModel model = head.copy();
        current = model;
        for (int i = random.nextInt(4); i >= 0; i--) {
            operate(random, transaction, model);
            checkTransaction(transaction, model, where);
        }
        if (random.nextInt(10) == 0) {
            transaction.abort();
            return;
        }
        CommitResult result = transaction.commit();
        String error = model.commit();
        if (error != null) {
            assertThat(result).as(where).isInstanceOf(CommitResult.Rejected.class);
            assertThat(((CommitResult.Rejected) result).error().error())
                    .as(where)
                    .isEqualTo(error);
            rejected++;
        } else if (model.tables.equals(head.tables)) {
            assertThat(result).as(where).isNotInstanceOf(CommitResult.Rejected.class);
        } else {
            assertThat(result).as(where).isInstanceOf(CommitResult.Committed.class);
            checkChanges(((CommitResult.Committed) result).version(), model, where);
            head = model;
            committed++;
        }
    }

    private void operate(Random random, StoreTransaction transaction, StoreModel model) {
        TableStore table = store.tables().get(random.nextInt(store.tables().size()));
        UUID uuid = id(table, random);
        TableRow row = transaction.find(table, uuid);
        if (row == null) {
            if (!transaction.isTaken(table, uuid)) {
                Map<String, Datum> values = new LinkedHashMap<>();
                table.schema().columns().forEach(column -> values.put(column.name(), column.defaultDatum()));
                table.schema().columns().forEach(column -> {
                    if (random.nextInt(3) == 0) {
                        values.put(column.name(), value(table, column.name(), random));
                    }
                });
                if (table.schema().name().equals("Cage")) {
                    values.put("name", Datum.of("cage " + random.nextInt(40)));
                    values.put("row", Datum.of(random.nextInt(9)));
                }
                transaction.insert(table, uuid, values.values().toArray(new Datum[0]));
                model.rows(table.schema()).put(uuid, values);
            }
        } else if (random.nextInt(4) == 0) {
            transaction.delete(row);
            model.rows(table.schema()).remove(uuid);
        } else {
            int column = random.nextInt(table.width());
            String name = table.schema().columnAt(column).name();
            Datum value = value(table, name, random);
            transaction.set(row, column, value);
            model.rows(table.schema()).get(uuid).put(name, value);
        }
    }

    private UUID id(TableStore table, Random random) {
        return id(table, random.nextInt(ROWS));
    }

    private UUID id(TableStore table, int number) {
        return Scene.id(store.tables().indexOf(table) * 100L + number);
    }

    private Datum value(TableStore table, String column, Random random) {
        return switch (column) {
            case "name" -> Datum.of("cage " + random.nextInt(40));
            case "kind", "status" -> Datum.of("text " + random.nextInt(2));
            case "row" -> Datum.of(random.nextInt(9));
            case "place" -> random.nextBoolean() ? Datum.emptySet() : Datum.of("p" + random.nextInt(2));
            case "friend" -> random.nextBoolean() ? Datum.emptySet() : Datum.of(animal(random));
            case "animals", "visitors" -> Datum.set(some(random, 4, () -> Atom.of(animal(random))));
            case "cage" -> Datum.set(Atom.of(id(scene.cages, random)), Atom.of(id(scene.cages, random)));
            case "chief", "fears" ->
                pairs(some(random, 3, () -> Atom.of("k" + random.nextInt(3))), () -> Atom.of(animal(random)));
            case "seen" -> pairs(some(random, 3, () -> Atom.of(id(scene.cages, random))), () -> Atom.of("x"));
            default -> throw new AssertionError(table + " " + column);
        };
    }

    /** Mostly one that is there, so that most transactions can be committed. */
    private UUID animal(Random random) {
        List<UUID> there = new ArrayList<>(current.rows(scene.animals.schema()).keySet());
        return there.isEmpty() || random.nextInt(8) == 0
                ? id(scene.animals, random)
                : there.get(random.nextInt(there.size()));
    }

    private static List<Atom> some(Random random, int bound, Supplier<Atom> atom) {
        List<Atom> atoms = new ArrayList<>();
        for (int i = random.nextInt(bound); i > 0; i--) {
            atoms.add(atom.get());
        }
        return atoms;
    }

    private static Datum pairs(List<Atom> keys, Supplier<Atom> value) {
        Map<Atom, Atom> map = new LinkedHashMap<>();
        keys.forEach(key -> map.put(key, value.get()));
        return Datum.map(map);
    }

    private void checkTransaction(StoreTransaction transaction, StoreModel model, String where) {
        for (TableStore table : store.tables()) {
            Map<UUID, Map<String, Datum>> seen = new LinkedHashMap<>();
            transaction.forEachRow(table, row -> seen.put(row.uuid(), valuesOf(transaction, row)));
            assertThat(seen).as(where).isEqualTo(model.rows(table.schema()));
            seen.forEach((uuid, row) -> table.indexes().forEach(index -> {
                List<Datum> key = index.columns().stream()
                        .map(column -> row.get(table.schema().columnAt(column).name()))
                        .toList();
                assertThat(transaction.lookup(table, index, key).stream().map(TableRow::uuid))
                        .as(where)
                        .containsExactlyInAnyOrderElementsOf(withKey(table.schema(), index, key, model));
            }));
        }
    }

    private static List<UUID> withKey(TableSchema table, TableIndex index, List<Datum> key, StoreModel model) {
        List<UUID> found = new ArrayList<>();
        model.rows(table).forEach((uuid, row) -> {
            if (index.columns().stream()
                    .map(column -> row.get(table.columnAt(column).name()))
                    .toList()
                    .equals(key)) {
                found.add(uuid);
            }
        });
        return found;
    }

    private static Map<String, Datum> valuesOf(StoreTransaction transaction, TableRow row) {
        Map<String, Datum> values = new LinkedHashMap<>();
        for (int column = 0; column < row.table().width(); column++) {
            values.put(row.table().schema().columnAt(column).name(), transaction.value(row, column));
        }
        return values;
    }

    private void checkChanges(Version version, StoreModel after, String where) {
        StoreModel made = head.copy();
        for (RowChange change : version.changes()) {
            if (change.after() == null) {
                assertThat(made.rows(change.table()).remove(change.uuid()))
                        .as(where)
                        .isNotNull();
            } else {
                made.rows(change.table())
                        .put(
                                change.uuid(),
                                new LinkedHashMap<>(change.after().row().asMap()));
            }
        }
        assertThat(made.tables).as(where).isEqualTo(after.tables);
    }

    private void checkHead(String where) {
        Map<UUID, Integer> counts = head.counts();
        List<List<UUID>> weak = head.weakReferences();
        for (TableStore table : store.tables()) {
            Map<UUID, Map<String, Datum>> rows = head.rows(table.schema());
            assertThat(table.size()).as(where).isEqualTo(rows.size());
            table.indexes().forEach(index -> assertThat(index.size()).as(where).isEqualTo(rows.size()));
            for (UUID uuid : rows.keySet()) {
                TableRow row = table.find(uuid);
                assertThat(row).as(where).isNotNull();
                assertThat(row.references).as(where + " " + row).isEqualTo(counts.getOrDefault(uuid, 0));
                row.forEachWeakSource(source -> assertThat(row.weakReferencesFrom(source))
                        .as(where)
                        .isEqualTo(Collections.frequency(weak, List.of(source.uuid(), uuid))));
                assertThat(weakReferencesTo(row)).as(where).isEqualTo(weakReferencesTo(weak, uuid));
            }
        }
        assertThat(store.weakReferences()).as(where).isEqualTo(weak.size());
        assertThat(store.atoms()).as(where).isEqualTo(head.atoms());
    }

    private static int weakReferencesTo(TableRow row) {
        int[] count = new int[1];
        row.forEachWeakSource(source -> count[0] += row.weakReferencesFrom(source));
        return count[0];
    }

    private static int weakReferencesTo(List<List<UUID>> weak, UUID uuid) {
        return (int) weak.stream().filter(pair -> pair.get(1).equals(uuid)).count();
    }

    private void checkPin(Pin pin, StoreModel model, String where) {
        for (TableSchema table : store.schema().tables()) {
            Map<UUID, Map<String, Datum>> seen = new LinkedHashMap<>();
            RowCursor rows = pin.rows(table);
            while (rows.next()) {
                seen.put(rows.uuid(), rows.image().row().asMap());
                assertThat(pin.find(table, rows.uuid())).as(where).isSameAs(rows.image());
            }
            assertThat(seen).as(where).isEqualTo(model.rows(table));
        }
    }

    private void finish(String seed) {
        publish();
        pinned.keySet().forEach(Pin::close);
        store.reclaim();
        assertThat(store.heldVersions()).as(seed).isZero();
        for (TableStore table : store.tables()) {
            for (int i = 0; i < ROWS; i++) {
                UUID uuid = id(table, i);
                TableRow row = table.rows().find(uuid);
                @Nullable TableRow there = table.find(uuid);
                assertThat(row == null ? 0 : row.images()).as(seed).isEqualTo(there == null ? 0 : 1);
            }
        }
    }
}
