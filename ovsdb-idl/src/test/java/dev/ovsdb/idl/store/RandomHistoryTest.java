package dev.ovsdb.idl.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.idl.interest.IndexSpec;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.DatumDelta;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.monitor.RowUpdate;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Any history, cut off, read anew and held at any moment, beside a plain map of maps. */
class RandomHistoryTest {
    private static final DatabaseSchema SCHEMA = // Without indexes, so that any history is one of its.
            DatabaseSchema.parse(ReplicaStoreTest.SCHEMA.toJson().replace(",\"indexes\":[[\"name\"]]", ""));
    private static final int STEPS = 1_000;
    private static final int NAMES = 12;
    private static final int ROWS = 40;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final ReplicaStore store = new ReplicaStore();
    private final StoredTable bridges = store.add(
            new TableShape(SCHEMA.requireTable("Bridge"), List.of("name", "ports", "ids"), List.of()),
            List.of(IndexSpec.of("name", "name").inOrder()));
    private Map<UUID, Row> model = new LinkedHashMap<>();
    private final Map<Long, List<Map<UUID, Row>>> held = new TreeMap<>();

    @Test
    void isWhatAMapWouldHold() {
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(8)) {
                case 0 -> readAnew();
                case 1 -> hold();
                case 2 -> letGo();
                default -> update();
            }
            if (step % 10 == 0) {
                verify(store.published(), model);
                held.forEach((version, models) -> verify(version, models.get(0)));
                verifyThatNothingElseIsKept();
            }
        }
        while (!held.isEmpty()) {
            letGo();
        }
        verify(store.published(), model);
        assertThat(store.superseded()).as("seed %d", seed).isZero();
        assertThat(bridges.rows().stream().mapToInt(StoredRow::images).sum())
                .as("seed %d", seed)
                .isEqualTo(model.size());
        Set<Datum> names = new LinkedHashSet<>();
        Set<Atom> targets = new LinkedHashSet<>();
        model.values().forEach(row -> {
            names.add(row.require("name"));
            targets.addAll(row.require("ports").atoms());
        });
        assertThat(bridges.index("name").keys()).as("seed %d", seed).isEqualTo(names.size());
        assertThat(store.referrers().targets()).as("seed %d", seed).isEqualTo(targets.size());
    }

    private void update() {
        if (store.isEmpty()) {
            readAnew();
            return;
        }
        Map<UUID, Row> then = new LinkedHashMap<>(model);
        StoreWrite write = store.begin();
        Set<UUID> touched = new LinkedHashSet<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            UUID uuid = new UUID(0, random.nextInt(ROWS));
            if (touched.add(uuid)) {
                write.apply("Bridge", uuid, change(then, uuid));
            }
        }
        meanwhile();
        finish(write, then);
    }

    /** Views come and go also while a version is made; what they kept goes when that is done. */
    private void meanwhile() {
        switch (random.nextInt(4)) {
            case 0 -> hold();
            case 1 -> letGo();
            default -> {}
        }
    }

    private void finish(StoreWrite write, Map<UUID, Row> then) {
        if (random.nextInt(6) == 0) {
            write.abandon();
        } else {
            write.publish();
            model = then;
        }
    }

    private RowUpdate change(Map<UUID, Row> then, UUID uuid) {
        Row now = then.get(uuid);
        if (now == null) {
            Row made = row();
            then.put(uuid, made);
            return new RowUpdate.Insert(made);
        }
        if (random.nextInt(3) == 0) {
            then.remove(uuid);
            return new RowUpdate.Delete(null);
        }
        Row next = row();
        then.put(uuid, next);
        if (random.nextBoolean()) {
            return new RowUpdate.Replace(now, next);
        }
        return new RowUpdate.Modify(Row.builder()
                .put("name", next.require("name"))
                .put(
                        "ports",
                        DatumDelta.between(now.require("ports"), next.require("ports"))
                                .toDiff(SCHEMA.requireTable("Bridge")
                                        .requireColumn("ports")
                                        .type()))
                .build());
    }

    private Row row() {
        List<Atom> ports = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            ports.add(Atom.of(new UUID(1, random.nextInt(20))));
        }
        return Row.builder()
                .put("name", Datum.of("n" + random.nextInt(NAMES)))
                .put("ports", Datum.set(ports))
                .put("ids", Datum.emptyMap())
                .build();
    }

    private void readAnew() {
        Map<UUID, Row> then = new LinkedHashMap<>();
        StoreWrite write = store.beginContents();
        for (int i = 0; i < ROWS; i++) {
            UUID uuid = new UUID(0, i);
            Row old = model.get(uuid);
            if (random.nextInt(3) > 0) {
                Row row = old != null && random.nextInt(4) > 0 ? old : row();
                then.put(uuid, row);
                write.apply("Bridge", uuid, new RowUpdate.Initial(row));
            }
        }
        meanwhile();
        finish(write, then);
    }

    private void hold() {
        if (!store.isEmpty()) {
            held.computeIfAbsent(store.pin().version(), version -> new ArrayList<>())
                    .add(model);
        }
    }

    private void letGo() {
        if (held.isEmpty()) {
            return;
        }
        List<Long> versions = List.copyOf(held.keySet());
        long version = versions.get(random.nextInt(versions.size()));
        store.unpin(version);
        List<Map<UUID, Row>> models = held.get(version);
        models.remove(0);
        if (models.isEmpty()) {
            held.remove(version);
        }
    }

    /** Of each row exactly the images are there that some held version or the newest shows, and entries for these alone. */
    private void verifyThatNothingElseIsKept() {
        Set<Long> seen = new TreeSet<>(held.keySet());
        seen.add(store.published());
        Set<Datum> names = new LinkedHashSet<>();
        Set<Atom> targets = new LinkedHashSet<>();
        for (StoredRow row : bridges.rows()) {
            Set<RowImage> images = Collections.newSetFromMap(new IdentityHashMap<>());
            seen.forEach(version -> images.add(row.at(version)));
            images.remove(null);
            assertThat(row.images())
                    .as("seed %d", seed)
                    .isEqualTo(images.size())
                    .isPositive();
            images.forEach(image -> {
                names.add(image.values().require("name"));
                targets.addAll(image.values().require("ports").atoms());
            });
        }
        assertThat(bridges.index("name").keys()).as("seed %d", seed).isEqualTo(names.size());
        assertThat(store.referrers().targets()).as("seed %d", seed).isEqualTo(targets.size());
        assertThat(bridges.count().numbers()).as("seed %d", seed).isLessThanOrEqualTo(seen.size() + 1);
    }

    private void verify(long version, Map<UUID, Row> expected) {
        Map<UUID, Row> found = new LinkedHashMap<>();
        bridges.forEach(version, image -> found.put(image.uuid(), image.values()));
        assertThat(found).as("seed %d", seed).isEqualTo(expected);
        assertThat(bridges.size(version)).as("seed %d", seed).isEqualTo(expected.size());
        for (int i = 0; i < NAMES; i++) {
            Datum name = Datum.of("n" + i);
            Set<UUID> byIndex = new LinkedHashSet<>();
            bridges.find(
                    bridges.index("name"), IndexKey.of(List.of(name)), version, image -> byIndex.add(image.uuid()));
            Set<UUID> byModel = new LinkedHashSet<>();
            expected.forEach((uuid, row) -> {
                if (row.require("name").equals(name)) {
                    byModel.add(uuid);
                }
            });
            assertThat(byIndex).as("seed %d", seed).isEqualTo(byModel);
        }
        for (int i = 0; i < 20; i++) {
            UUID target = new UUID(1, i);
            Set<UUID> byStore = new LinkedHashSet<>();
            bridges.referrers(target, null, version, image -> byStore.add(image.uuid()));
            Set<UUID> byModel = new LinkedHashSet<>();
            expected.forEach((uuid, row) -> {
                if (row.require("ports").contains(Atom.of(target))) {
                    byModel.add(uuid);
                }
            });
            assertThat(byStore).as("seed %d", seed).isEqualTo(byModel);
        }
    }
}
