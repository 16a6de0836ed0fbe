package dev.ovsdb.protocol;

import static dev.ovsdb.protocol.RandomValues.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DatumPropertyTest {
    @Test
    void whatIsWrittenReadsBackAsTheSameValue() {
        forAll(values -> {
            ColumnType type = values.type();
            Datum datum = values.datum(type);
            byte[] json = written(datum);
            Datum read = Datum.read(JsonReader.of(json), type);
            assertThat(read).isEqualTo(datum).hasSameHashCodeAs(datum);
            assertThat(written(read)).isEqualTo(json);
        });
    }

    @Test
    void applyingADiffGivesTheOtherValue() {
        forAll(values -> {
            ColumnType type = values.type();
            Datum before = values.datum(type);
            Datum after = values.datum(type);
            Datum diff = DatumDiff.between(before, after, type);
            DatumDelta applied = DatumDiff.apply(before, transmitted(diff, type), type);
            assertThat(applied.after()).isEqualTo(after).hasSameHashCodeAs(after);
            assertThat(applied.toDiff(type)).isEqualTo(diff);
            assertThat(applied).isEqualTo(DatumDelta.between(before, after));
        });
    }

    @Test
    void theDiffOfACompositeValueWithItselfIsEmpty() {
        forAll(values -> {
            ColumnType type = values.compositeType();
            Datum datum = values.datum(type);
            assertThat(DatumDiff.between(datum, datum, type).isEmpty()).isTrue();
            assertThat(DatumDelta.between(datum, datum).isEmpty()).isTrue();
        });
    }

    @Test
    void setsBehaveAsSortedSetsHoweverTheyAreChanged() {
        forAll(values -> {
            AtomicType type = AtomicType.values()[values.upTo(4)];
            TreeSet<Atom> model = new TreeSet<>();
            SetDatum set = Datum.emptySet();
            for (int step = values.upTo(40); step >= 0; step--) {
                SetDatum some = Datum.set(values.atoms(type, step % 3 == 0 ? values.upTo(150) : 1));
                boolean grows = values.upTo(2) > 0;
                DatumDelta delta = grows ? set.plus(some) : set.minus(some);
                List<Atom> changed = new ArrayList<>(some.atoms());
                changed.removeIf(atom -> grows == model.contains(atom));
                assertThat((grows ? delta.added() : delta.removed()).atoms()).isEqualTo(changed);
                assertThat((grows ? delta.removed() : delta.added()).isEmpty()).isTrue();
                set = (SetDatum) delta.after();
                boolean ignored = grows ? model.addAll(some.atoms()) : model.removeAll(some.atoms());
                assertThat(set.atoms()).containsExactlyElementsOf(model);
                assertThat(set).isEqualTo(Datum.set(model)).hasSameHashCodeAs(Datum.set(model));
                assertThat(set.size()).isEqualTo(model.size());
            }
        });
    }

    @Test
    void mapsBehaveAsSortedMapsHoweverTheyAreChanged() {
        forAll(values -> {
            ColumnType type = values.compositeType();
            if (!type.isMap()) {
                return;
            }
            TreeMap<Atom, Atom> model = new TreeMap<>();
            MapDatum map = Datum.emptyMap();
            for (int step = values.upTo(30); step >= 0; step--) {
                MapDatum some = (MapDatum) values.datum(type);
                if (values.upTo(2) > 0) {
                    map = (MapDatum) map.put(some).after();
                    some.forEach(model::put);
                } else {
                    map = (MapDatum) map.remove(some.keys()).after();
                    some.keys().forEach(model::remove);
                }
                assertThat(map).isEqualTo(Datum.map(model)).hasSameHashCodeAs(Datum.map(model));
                assertThat(map.entries()).containsExactlyElementsOf(model.entrySet());
            }
        });
    }

    private static Datum transmitted(Datum diff, ColumnType type) {
        return Datum.readDiff(JsonReader.of(written(diff)), type);
    }

    private static byte[] written(Datum datum) {
        JsonWriter out = new JsonWriter();
        datum.write(out);
        return out.toByteArray();
    }
}
