package dev.ovsdb.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.vectors.Equality;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Rows, maps and atoms as values and as Java's own types. */
class RowValuesTest {
    private static final UUID ID = new UUID(1, 2);

    private static Row row(Object... columnsAndValues) {
        Map<String, Datum> columns = new LinkedHashMap<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            columns.put((String) columnsAndValues[i], Datum.of((String) columnsAndValues[i + 1]));
        }
        return Row.of(columns);
    }

    @Test
    void aRowTakesValuesOfEveryKind() {
        Row row = Row.builder()
                .put("datum", Datum.emptySet())
                .put("atom", Atom.of(1))
                .put("string", "x")
                .put("integer", 7)
                .put("real", 0.5)
                .put("boolean", true)
                .put("_uuid", ID)
                .build();
        JsonWriter writer = new JsonWriter();
        row.write(writer);

        assertThat(writer)
                .hasToString("{\"datum\":[\"set\",[]],\"atom\":1,\"string\":\"x\",\"integer\":7,\"real\":0.5,"
                        + "\"boolean\":true,\"_uuid\":[\"uuid\",\"" + ID + "\"]}");
        assertThat(row.uuid()).contains(ID);
        assertThat(row.size()).isEqualTo(7);
        assertThat(row.isEmpty()).isFalse();
        assertThat(Row.builder().build()).isSameAs(Row.empty());
        assertThat(Row.empty().isEmpty()).isTrue();
        assertThat(Row.empty().uuid()).isEmpty();
    }

    @Test
    void rowsAreEqualIfTheSameColumnsHaveEqualValues() {
        Equality.holdsFor(
                row("a", "1", "b", "2"),
                row("a", "1", "b", "2"),
                row("a", "1", "b", "3"),
                row("a", "1"),
                row("a", "1", "c", "2"),
                row("a", "2", "b", "1"),
                Row.empty());
        assertThat(row("a", "1", "b", "2"))
                .isEqualTo(row("b", "2", "a", "1"))
                .hasSameHashCodeAs(row("b", "2", "a", "1"))
                .isEqualTo(row("a", "1", "b", "2", "c", "3").without("c"));
    }

    @Test
    void aChangedRowIsAnotherOne() {
        Row row = row("a", "1", "b", "2");
        assertThat(row.with("a", Datum.of("9"))).isEqualTo(row("a", "9", "b", "2"));
        assertThat(row.with("c", Datum.of("3"))).isEqualTo(row("a", "1", "b", "2", "c", "3"));
        assertThat(row.without("a")).isEqualTo(row("b", "2"));
        assertThat(row.without("x")).isSameAs(row);
        assertThat(row.without("a").without("a").columns()).containsExactly("b");
        assertThat(row.with(row("b", "8", "c", "3"))).isEqualTo(row("a", "1", "b", "8", "c", "3"));
        assertThat(row.with(row.without("a").with("b", Datum.of("8")))).isEqualTo(row("a", "1", "b", "8"));
        assertThat(row).isEqualTo(row("a", "1", "b", "2"));
    }

    @Test
    void whatARowLacksIsNamedWithWhatItHas() {
        Row row = row("a", "1", "b", "2");
        assertThat(row.get("a")).contains(Datum.of("1"));
        assertThat(row.get("c")).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> row.require("c"))
                .withMessage("no column c in this row of [a, b]");
        assertThat(row.asMap()).containsExactly(Map.entry("a", Datum.of("1")), Map.entry("b", Datum.of("2")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Row.of(row.layout(), new Datum[1]))
                .withMessage("expected 2 values, got 1");
    }

    @Test
    void aDeltaIsTakenIfItIsOfTheseVeryValues() {
        Datum before = Datum.set(Atom.of(1), Atom.of(2));
        Datum after = Datum.set(Atom.of(1), Atom.of(3));
        DatumDelta known = DatumDelta.between(before, after);

        assertThat(DatumDelta.between(before, after, known)).isSameAs(known);
        assertThat(DatumDelta.between(before, after, null)).isEqualTo(known);
        assertThat(DatumDelta.between(after, before, known).added()).isEqualTo(Datum.set(Atom.of(2)));
        assertThat(DatumDelta.between(before, before, known).isEmpty()).isTrue();
        assertThat(DatumDelta.between(after, after, known).isEmpty()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> DatumDelta.between(before, Datum.emptyMap()));
        assertThat(new RowDelta(row(), row(), Map.of()).isEmpty()).isTrue();
        assertThat(new RowDelta(row(), row(), Map.of("a", known)).isEmpty()).isFalse();
    }

    @Test
    void mapsAreEqualIfTheirPairsAre() {
        Equality.holdsFor(
                Datum.stringMap(Map.of("a", "1", "b", "2")),
                Datum.stringMap(Map.of("b", "2", "a", "1")),
                Datum.stringMap(Map.of("a", "1")),
                Datum.stringMap(Map.of("a", "1", "b", "3")),
                Datum.stringMap(Map.of("a", "1", "c", "2")),
                Datum.set(Atom.of("a"), Atom.of("b")),
                Datum.emptyMap());
        MapDatum map = Datum.stringMap(Map.of("a", "1"));
        assertThat(map.get("a")).contains("1");
        assertThat(map.get("b")).isEmpty();
        assertThat(map.get(Atom.of("a"))).contains(Atom.of("1"));
        assertThat(map.atoms()).containsExactly(Atom.of("a"));
        assertThat(map.keys()).isEqualTo(Datum.set(Atom.of("a")));
    }

    @Test
    void largeMapsEqualSmallOnesOfTheSamePairs() {
        Map<Atom, Atom> pairs = new LinkedHashMap<>();
        LongStream.range(0, 80).forEach(i -> pairs.put(Atom.of(i), Atom.of(-i)));
        MapDatum large = Datum.map(pairs);
        assertThat(large).isEqualTo(Datum.map(pairs)).hasSameHashCodeAs(Datum.map(pairs));
        Datum other = large.put(Atom.of(40), Atom.of(1)).after();
        assertThat(large).isNotEqualTo(other);
        assertThat(((MapDatum) other).put(Atom.of(40), Atom.of(-40)).after()).isEqualTo(large);

        MapDatum shrunk = large;
        MapDatum small = Datum.emptyMap();
        for (long i = 0; i < 80; i++) {
            if (i < 60) {
                small = (MapDatum) small.put(Atom.of(i), Atom.of(-i)).after();
            } else {
                shrunk = (MapDatum) shrunk.remove(Atom.of(i)).after();
            }
        }
        assertThat(shrunk).isEqualTo(small).hasSameHashCodeAs(small);
        assertThat(small).isEqualTo(shrunk);
        assertThat(shrunk.put(Atom.of(3), Atom.of(4)).after()).isNotEqualTo(small);
        assertThat(small).isNotEqualTo(shrunk.put(Atom.of(3), Atom.of(4)).after());
    }

    @Test
    void largeValuesShowBriefly() {
        List<Atom> atoms = new ArrayList<>();
        Map<Atom, Atom> pairs = new LinkedHashMap<>();
        LongStream.range(0, 17).forEach(i -> {
            atoms.add(Atom.of(i));
            pairs.put(Atom.of(i), Atom.of(i));
        });
        assertThat(Datum.set(atoms)).hasToString("set of 17 from 0");
        assertThat(Datum.map(pairs)).hasToString("map of 17 from 0");
        assertThat(Datum.set(atoms.subList(0, 16)).toString())
                .startsWith("[\"set\",[0,")
                .endsWith(",15]]");
        assertThat(Datum.of("x".repeat(198)).toString()).hasSize(200).endsWith("x\"");
        assertThat(Datum.of("x".repeat(199)).toString()).hasSize(203).endsWith("xxx...");
    }

    @Test
    void aValueOfOneElementIsThatElement() {
        assertThat(Datum.of(7).asLong()).isEqualTo(7);
        assertThat(Datum.set(Atom.of(7)).asAtom()).isEqualTo(Atom.of(7));
        assertThatIllegalStateException()
                .isThrownBy(() -> Datum.set(Atom.of(7), Atom.of(8)).asAtom())
                .withMessageContaining("one element");
        assertThatIllegalStateException()
                .isThrownBy(() -> Datum.stringMap(Map.of("a", "1")).asAtom())
                .withMessageContaining("one element");
        assertThatIllegalStateException().isThrownBy(() -> Datum.emptySet().asAtom());
    }

    @Test
    void atomsAreEqualIfTypeAndValueAre() {
        Equality.holdsFor(Atom.named("a"), Atom.named("a"), Atom.named("b"));
        assertThat(Atom.named("a")).isNotEqualTo(Atom.of("a"));
        Equality.holdsFor(Atom.of(ID), Atom.of(new UUID(1, 2)), Atom.of(new UUID(1, 3)), Atom.of(new UUID(3, 2)));
        Equality.holdsFor(Atom.of(true), Atom.of(true), Atom.of(false));
        assertThat(Atom.of(ID)).hasToString(ID.toString());
        assertThat(Atom.of(true)).hasToString("true");
        assertThat(Atom.of(false)).hasToString("false");
    }

    @Test
    void withoutATypeAnAtomIsWhatItLooksLike() {
        for (Atom atom : List.of(Atom.of(1), Atom.of(0.5), Atom.of("x"), Atom.of(true), Atom.of(ID))) {
            JsonWriter writer = new JsonWriter();
            atom.write(writer);
            assertThat(Atom.read(JsonReader.of(writer.toByteArray()))).isEqualTo(atom);
        }
    }

    @Test
    void aFaultTellsItsOffset() {
        JsonReader reader = JsonReader.of(" [\"uuid\",7]".getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(InvalidDatumException.class)
                .isThrownBy(() -> Atom.read(reader, AtomicType.UUID))
                .satisfies(e -> {
                    assertThat(e.offset()).isPositive();
                    assertThat(e).hasMessageEndingWith(" at offset " + e.offset());
                });
    }
}
