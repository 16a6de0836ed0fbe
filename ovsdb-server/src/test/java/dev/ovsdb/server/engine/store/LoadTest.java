package dev.ovsdb.server.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.server.data.RowChange;
import dev.ovsdb.server.data.RowImage;
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
