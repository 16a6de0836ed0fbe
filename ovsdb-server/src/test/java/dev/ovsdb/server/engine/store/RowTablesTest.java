package dev.ovsdb.server.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.server.cases.Rounds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The hash tables of rows: all that is put in is found until it is taken out, and what is left has its measure. */
class RowTablesTest {
    private static final long SEED = 20261130;

    private final Scene scene = new Scene();
    private final Random random = new Random(SEED);

    @Nested
    class ARowMultiset {
        private final RowMultiset rows = new RowMultiset();
        private final Map<TableRow, Integer> model = new HashMap<>();

        private void check(List<TableRow> all) {
            assertThat(rows.size()).isEqualTo(model.size());
            assertThat(rows.isEmpty()).isEqualTo(model.isEmpty());
            all.forEach(row -> assertThat(rows.count(row)).isEqualTo(model.getOrDefault(row, 0)));
            List<TableRow> handedOver = new ArrayList<>();
            rows.forEach(handedOver::add);
            assertThat(handedOver).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(model.keySet());
        }

        @Test
        void countsAsAModelDoes() {
            List<TableRow> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(new TableRow(scene.cages, new UUID(random.nextLong(), random.nextLong())));
            }
            for (int round = 0; round < Rounds.of(2_000) + 100; round++) {
                boolean growing = round / 50 % 2 == 0;
                for (int i = 0; i < 6; i++) {
                    TableRow row = all.get(random.nextInt(all.size()));
                    if (random.nextInt(10) < (growing ? 7 : 3)) {
                        rows.add(row);
                        model.merge(row, 1, Integer::sum);
                    } else {
                        assertThat(rows.remove(row)).as("seed %d", SEED).isEqualTo(model.containsKey(row));
                        model.computeIfPresent(row, (any, count) -> count == 1 ? null : count - 1);
                    }
                }
                check(all);
            }
        }

        @Test
        void isEmptyAgainWhenAllAreTakenOut() {
            List<TableRow> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                all.add(new TableRow(scene.cages, Scene.id(i)));
            }
            all.forEach(rows::add);
            all.forEach(rows::add);
            all.forEach(row -> assertThat(rows.remove(row)).isTrue());
            assertThat(rows.size()).isEqualTo(100);
            all.forEach(row -> assertThat(rows.remove(row)).isTrue());
            assertThat(rows.isEmpty()).isTrue();
            all.forEach(row -> assertThat(rows.remove(row)).isFalse());
        }
    }

    @Nested
    class ARowMap {
        private final RowMap rows = scene.cages.rows();
        private final Map<UUID, TableRow> model = new HashMap<>();

        private TableRow load(UUID uuid) {
            scene.store.load(scene.cages.schema(), uuid, Row.empty());
            TableRow row = rows.find(uuid);
            assertThat(row).isNotNull();
            model.put(uuid, row);
            return row;
        }

        private void unload(TableRow row) {
            row.unload();
            model.remove(row.uuid());
        }

        private void check() {
            model.forEach((uuid, row) -> assertThat(rows.find(uuid)).isSameAs(row));
            Set<UUID> walked = new HashSet<>();
            int used = 0;
            for (int slot = 0; slot < rows.slots().length(); slot++) {
                TableRow row = rows.slots().get(slot);
                used += row == null ? 0 : 1;
                if (row != null && !row.isShell()) {
                    assertThat(walked.add(row.uuid())).isTrue();
                }
            }
            assertThat(walked).isEqualTo(model.keySet());
            assertThat(rows.shells()).as("seed %d", SEED).isEqualTo(used - model.size());
            assertThat(used * 3)
                    .as("two thirds are full at most")
                    .isLessThanOrEqualTo(rows.slots().length() * 2);
        }

        @Test
        void findsAndShowsTheRowsThatThereAre() {
            List<TableRow> there = new ArrayList<>();
            for (int round = 0; round < Rounds.of(1_000) + 100; round++) {
                boolean growing = round / 40 % 2 == 0;
                for (int i = 0; i < 8; i++) {
                    if (there.isEmpty() || random.nextInt(10) < (growing ? 8 : 3)) {
                        there.add(load(new UUID(random.nextLong(), random.nextLong())));
                    } else {
                        unload(there.remove(random.nextInt(there.size())));
                    }
                }
                check();
            }
        }

        @Test
        void shrinksWhenItsRowsGo() {
            List<TableRow> there = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
                there.add(load(Scene.id(i)));
            }
            assertThat(rows.slots().length()).isBetween(7_500, 32_768);
            while (there.size() > 100) {
                unload(there.remove(there.size() - 1));
                assertThat(rows.shells()).isLessThanOrEqualTo(Math.max(16, there.size() + 1));
            }
            check();
            assertThat(rows.slots().length()).isLessThan(1_024);
        }

        @Test
        void keepsAFewNamesOfRowsThatWent() {
            for (int i = 0; i < 16; i++) {
                unload(load(Scene.id(i)));
            }
            assertThat(rows.shells()).as("names give their slots to others").isBetween(1, 16);
            assertThat(rows.slots().length()).isLessThanOrEqualTo(64);
        }

        @Test
        void aRowThatComesBackIsTheSameWhileItIsHeld() {
            StoreTransaction first = begun();
            TableRow row = Scene.insert(first, scene.cages, Scene.id(1), "name", Datum.of("a"));
            scene.publish(first);
            StoreTransaction second = scene.store.begin();
            second.delete(row);
            try (Pin pin = scene.store.pinPublished()) {
                scene.publish(second);
                StoreTransaction third = scene.store.begin();
                assertThat(Scene.insert(third, scene.cages, Scene.id(1), "name", Datum.of("b")))
                        .isSameAs(row);
                third.abort();
                assertThat(rows.shells()).isZero();
                assertThat(pin.find(scene.cages.schema(), Scene.id(1))).isNotNull();
            }
            scene.store.reclaim();
            assertThat(rows.shells()).isEqualTo(1);
            StoreTransaction fourth = scene.store.begin();
            Scene.insert(fourth, scene.cages, Scene.id(1), "name", Datum.of("c"));
            assertThat(rows.shells()).isZero();
            fourth.abort();
            assertThat(rows.shells()).isEqualTo(1);
        }

        private StoreTransaction begun() {
            assertThat(scene.store.loaded()).isNull();
            return scene.store.begin();
        }

        @Test
        void placesAreSpreadWhereverUuidsDiffer() {
            int places = 1 << 10;
            for (int kind = 0; kind < 3; kind++) {
                Set<Integer> taken = new HashSet<>();
                for (int i = 0; i < places; i++) {
                    UUID uuid = switch (kind) {
                        case 0 -> Scene.id(i);
                        case 1 -> new UUID(i, 5);
                        default -> new UUID(random.nextLong(), random.nextLong());
                    };
                    taken.add(RowMap.hash(uuid) & places - 1);
                }
                assertThat(taken.size()).as("kind %d", kind).isGreaterThan(places / 2);
            }
        }
    }
}
