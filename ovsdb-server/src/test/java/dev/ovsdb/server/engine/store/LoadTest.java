package dev.ovsdb.server.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.data.RowChange;
import dev.ovsdb.server.data.RowImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rows that come from a file, and changes that were decided elsewhere. */
class LoadTest {
    private final Scene scene = new Scene();
    private final DatabaseStore store = scene.store;

    private void load(TableStore table, int id, Object... columns) {
        Row row = Row.empty();
        for (int i = 0; i < columns.length; i += 2) {
            row = row.with((String) columns[i], (Datum) columns[i + 1]);
        }
        store.load(table.schema(), Scene.id(id), row);
    }

    private static Datum ref(int id) {
        return Datum.of(Scene.id(id));
    }

    private TableRow row(TableStore table, int id) {
        TableRow row = table.find(Scene.id(id));
        assertThat(row).isNotNull();
        return row;
    }

    private static long atoms(TableRow row) {
        return Footprint.atoms(row.table(), row.head());
    }

    @Test
    void endsInWhatACommitWouldHaveMade() {
        load(
                scene.cages,
                1,
                "name",
                Datum.of("a"),
                "animals",
                ref(11),
                "visitors",
                Datum.set(Atom.of(Scene.id(11)), Atom.of(Scene.id(12)), Atom.of(Scene.id(99))));
        load(scene.animals, 11, "friend", ref(13));
        load(scene.animals, 12, "friend", ref(14));
        load(scene.animals, 13);
        load(scene.animals, 14);
        assertThat(store.loaded()).isNull();
        assertThat(store.headVersion()).isZero();
        assertThat(store.rows()).isEqualTo(3);
        assertThat(row(scene.animals, 11).references).isEqualTo(1);
        assertThat(scene.animals.find(Scene.id(12))).isNull();
        assertThat(Scene.value(row(scene.cages, 1), "visitors")).isEqualTo(ref(11));
        assertThat(store.weakReferences()).isEqualTo(1);
        assertThat(store.atoms())
                .as("those of what is left, not of what came")
                .isEqualTo(atoms(row(scene.cages, 1)) + atoms(row(scene.animals, 11)) + atoms(row(scene.animals, 13)));
        assertThat(store.begin().lookup(scene.cages, Scene.column(scene.cages, "name"), Datum.of("a")))
                .containsExactly(row(scene.cages, 1));
    }

    @Test
    void givesEachRowAVersionOfItsOwn() {
        for (int i = 0; i < 1000; i++) {
            load(scene.cages, i, "name", Datum.of("cage " + i), "row", Datum.of(i));
        }
        assertThat(store.loaded()).isNull();
        List<UUID> versions = new ArrayList<>();
        scene.cages.forEachHead((row, image) -> versions.add(image.version()));
        assertThat(versions)
                .doesNotHaveDuplicates()
                .allMatch(version -> version.version() == 4 && version.variant() == 2);
    }

    @Test
    void versionsAreAsRandomAsDrawnOnes() {
        List<UUID> versions = new ArrayList<>();
        List<UUID> uuids = new ArrayList<>();
        IdSource ids = IdSource.seeded(7);
        for (int i = 0; i < 1000; i++) {
            uuids.add(ids.nextUuid());
        }
        for (long seed = 1; seed <= 2; seed++) {
            DatabaseStore filled = new DatabaseStore(DatabaseSchema.parse(Scene.SCHEMA), IdSource.seeded(seed));
            TableStore cages = filled.table("Cage");
            for (int i = 0; i < 1000; i++) {
                Row row = Row.empty().with("name", Datum.of("cage " + i)).with("row", Datum.of(i));
                filled.load(cages.schema(), uuids.get(i), row);
            }
            assertThat(filled.loaded()).isNull();
            cages.forEachHead((row, image) -> versions.add(image.version()));
        }
        assertThat(versions).doesNotHaveDuplicates();
        for (int bit = 0; bit < 128; bit++) {
            boolean fixed = bit >= 12 + 64 && bit < 16 + 64 || bit == 62 || bit == 63;
            long set = 0;
            for (UUID version : versions) {
                long half = bit < 64 ? version.getLeastSignificantBits() : version.getMostSignificantBits();
                set += half >>> (bit & 63) & 1;
            }
            assertThat(fixed || set > versions.size() * 0.4 && set < versions.size() * 0.6)
                    .as("bit %d: %d", bit, set)
                    .isTrue();
        }
    }

    @Test
    void columnsThatAreLeftOutHaveTheirDefaults() {
        Row read = Row.read(JsonReader.of("{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_8)), scene.cages.schema());
        store.load(scene.cages.schema(), Scene.id(1), read);
        load(scene.cages, 2, "row", Datum.of(2));
        assertThat(store.loaded()).isNull();
        assertThat(Scene.value(row(scene.cages, 1), "row")).isEqualTo(Datum.of(0));
        assertThat(Scene.value(row(scene.cages, 1), "animals")).isEqualTo(Datum.emptySet());
        assertThat(Scene.value(row(scene.cages, 2), "name")).isEqualTo(Datum.of(""));
        assertThat(row(scene.cages, 1).head().row().layout())
                .isSameAs(scene.cages.schema().layout());
        assertThat(store.atoms()).isEqualTo(atoms(row(scene.cages, 1)) + atoms(row(scene.cages, 2)));
    }

    @Test
    void aTableHasAtMostItsMaxRows() {
        load(scene.cages, 1);
        for (int i = 2; i < 5; i++) {
            load(scene.signs, i, "cage", ref(1));
        }
        assertThat(store.loaded()).isNull();
        assertThat(store.rows()).isEqualTo(4);

        Scene full = new Scene();
        full.store.load(full.cages.schema(), Scene.id(1), Row.empty());
        for (int i = 2; i < 6; i++) {
            full.store.load(full.signs.schema(), Scene.id(i), Row.empty().with("cage", ref(1)));
        }
        assertThat(full.store.loaded().details().orElseThrow())
                .isEqualTo(
                        "transaction causes \"Sign\" table to contain 4 rows, greater than the schema-defined limit of 3 row(s)");
        assertThat(full.store.rows()).isZero();
    }

    @Test
    void aRowThatOnlyItselfRefersToIsNotKept() {
        load(scene.animals, 11, "friend", ref(11));
        load(scene.animals, 12, "friend", ref(13));
        load(scene.animals, 13, "friend", ref(13));
        load(scene.cages, 1, "animals", ref(14));
        load(scene.animals, 14, "friend", ref(14));
        assertThat(store.loaded()).isNull();
        assertThat(store.rows()).isEqualTo(2);
        assertThat(row(scene.animals, 14).references).isEqualTo(1);
    }

    @Test
    void weakReferencesToWhatIsNotThereAreTakenAway() {
        load(scene.cages, 1, "animals", ref(11));
        load(
                scene.animals,
                11,
                "seen",
                Datum.map(Map.of(Atom.of(Scene.id(1)), Atom.of("x"), Atom.of(Scene.id(9)), Atom.of("y"))),
                "fears",
                Datum.map(Map.of(Atom.of("itself"), Atom.of(Scene.id(11)), Atom.of("ghost"), Atom.of(Scene.id(99)))));
        load(scene.signs, 2, "cage", Datum.set(Atom.of(Scene.id(1)), Atom.of(Scene.id(9))));
        assertThat(store.loaded()).isNull();
        assertThat(Scene.value(row(scene.animals, 11), "seen"))
                .isEqualTo(Datum.map(Map.of(Atom.of(Scene.id(1)), Atom.of("x"))));
        assertThat(Scene.value(row(scene.animals, 11), "fears"))
                .isEqualTo(Datum.map(Map.of(Atom.of("itself"), Atom.of(Scene.id(11)))));
        assertThat(Scene.value(row(scene.signs, 2), "cage")).isEqualTo(ref(1));
        assertThat(store.weakReferences()).as("those to other rows").isEqualTo(2);
        assertThat(store.atoms())
                .isEqualTo(atoms(row(scene.cages, 1)) + atoms(row(scene.animals, 11)) + atoms(row(scene.signs, 2)));
    }

    @Test
    void weakReferencesThatWereLoadedGoWithTheirRow() {
        load(scene.cages, 1, "visitors", ref(11));
        load(scene.cages, 2, "name", Datum.of("b"), "row", Datum.of(2), "animals", ref(11));
        load(scene.animals, 11);
        assertThat(store.loaded()).isNull();
        StoreTransaction transaction = store.begin();
        transaction.delete(row(scene.cages, 2));
        Scene.committed(transaction);
        assertThat(scene.animals.find(Scene.id(11))).isNull();
        assertThat(Scene.value(row(scene.cages, 1), "visitors")).isEqualTo(Datum.emptySet());
        assertThat(store.weakReferences()).isZero();
    }

    @Test
    void refusesWhatCannotBeADatabaseAndIsEmptyThen() {
        load(scene.cages, 1, "name", Datum.of("a"), "animals", ref(11));
        assertThat(store.loaded().details().orElseThrow()).contains("references nonexistent row " + Scene.id(11));
        assertThat(store.rows()).isZero();
        load(scene.cages, 1, "name", Datum.of("a"));
        load(scene.cages, 2, "name", Datum.of("a"), "row", Datum.of(2));
        assertThat(store.loaded().details().orElseThrow()).contains("identical values (a)");
        load(scene.signs, 1, "cage", ref(99));
        assertThat(store.loaded().details().orElseThrow()).contains("weak reference(s)");
        load(scene.cages, 1, "name", Datum.of("a"));
        assertThat(store.loaded()).isNull();
        assertThat(store.rows()).isEqualTo(1);
    }

    @Test
    void isForAnEmptyStoreAndForEachRowOnce() {
        load(scene.cages, 1, "name", Datum.of("a"));
        assertThatThrownBy(() -> load(scene.cages, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(store::begin).isInstanceOf(IllegalStateException.class);
        assertThat(store.loaded()).isNull();
        assertThatThrownBy(() -> load(scene.cages, 2)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void appliedChangesAreTakenAsTheyAre() {
        load(scene.cages, 1, "name", Datum.of("a"), "animals", ref(11));
        load(scene.animals, 11, "friend", ref(12));
        load(scene.animals, 12);
        assertThat(store.loaded()).isNull();
        TableRow cage = row(scene.cages, 1);
        TableRow animal = row(scene.animals, 11);
        RowImage now = image(cage, "animals", ref(12));
        RowImage added =
                new RowImage(new UUID(1, 2), scene.animals.schema().withDefaults(Row.of(Map.of("friend", ref(12)))));
        Version version = store.apply(
                new UUID(3, 4),
                List.of(
                        new RowChange(scene.cages.schema(), cage.uuid(), cage.head(), now),
                        new RowChange(scene.animals.schema(), animal.uuid(), animal.head(), null),
                        new RowChange(scene.animals.schema(), Scene.id(13), null, added)));
        assertThat(version.transactionId()).isEqualTo(new UUID(3, 4));
        assertThat(cage.head()).isSameAs(now);
        assertThat(row(scene.animals, 13).head()).isSameAs(added);
        assertThat(row(scene.animals, 12).references).isEqualTo(2);
        assertThat(scene.animals.size()).isEqualTo(2);
        store.fallBack();
        assertThat(row(scene.animals, 12).references).isEqualTo(1);
        assertThat(scene.animals.find(Scene.id(13))).isNull();
    }

    private static RowImage image(TableRow row, String column, Datum value) {
        return new RowImage(new UUID(5, 6), row.head().row().with(column, value));
    }
}
