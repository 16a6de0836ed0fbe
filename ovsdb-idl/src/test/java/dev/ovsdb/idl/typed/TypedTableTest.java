package dev.ovsdb.idl.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.idl.FilledReplica;
import dev.ovsdb.idl.ReadableRow;
import dev.ovsdb.idl.View;
import dev.ovsdb.idl.interest.IndexSpec;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.idl.interest.TableInterest;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Tables, rows and columns as a program meets them whose types were generated. */
class TypedTableTest {
    private static final DatabaseSchema SCHEMA = DatabaseSchema.parse("""
            {"name": "Garden", "version": "1.0.0", "tables": {
              "Bed": {"isRoot": true, "indexes": [["name"]], "columns": {
                "name": {"type": "string"},
                "depth": {"type": "integer"},
                "ph": {"type": {"key": "real", "min": 0}},
                "soil": {"type": {"key": {"type": "string", "enum": ["set", ["loam", "sand", "peat"]]}}},
                "tags": {"type": {"key": "string", "min": 0, "max": "unlimited"}},
                "notes": {"type": {"key": "string", "value": "string", "min": 0, "max": "unlimited"}},
                "plants": {"type": {"key": {"type": "uuid", "refTable": "Plant"}, "min": 0, "max": "unlimited"}},
                "best": {"type": {"key": {"type": "uuid", "refTable": "Plant", "refType": "weak"}, "min": 0}},
                "places": {"type": {"key": "integer", "value": {"type": "uuid", "refTable": "Plant"}, "min": 0, "max": "unlimited"}},
                "shares": {"type": {"key": {"type": "uuid", "refTable": "Plant"}, "value": "real", "min": 0, "max": "unlimited"}},
                "after": {"type": {"key": {"type": "uuid", "refTable": "Plant", "refType": "weak"},
                                   "value": {"type": "uuid", "refTable": "Plant", "refType": "weak"}, "min": 0, "max": "unlimited"}}
              }},
              "Plant": {"columns": {"name": {"type": "string"}}}}}
            """);

    private final View view = new FilledReplica(
                    Interest.of("Garden")
                            .table(TableInterest.of("Bed")
                                    .everyColumn()
                                    .index(IndexSpec.of("tags", Bed.TAGS.part()))
                                    .index(IndexSpec.of("owner", Bed.NOTES.part("owner")))
                                    .build())
                            .table("Plant")
                            .build(),
                    SCHEMA)
            .row("Plant", 1, "{'name': 'rose'}")
            .row("Plant", 2, "{'name': 'leek'}")
            .row("Bed", 3, """
                    {'name': 'south', 'depth': 30, 'ph': 6.5, 'soil': 'sand', 'tags': ['set', ['dry', 'warm']],
                     'notes': ['map', [['owner', 'ann'], ['since', '1999']]],
                     'plants': ['set', [@1, @2]], 'best': @2, 'places': ['map', [[4, @1], [7, @2]]],
                     'shares': ['map', [[@1, 0.25], [@2, 0.75], [@9, 0.5]]], 'after': ['map', [[@1, @2], [@2, @8]]]}""")
            .row("Bed", 4, "{'name': 'north', 'depth': 20, 'soil': 'clay'}")
            .view();
    private final TypedTable<Bed> beds = new TypedTable<>(view, "Bed", Bed::new);
    private final Bed south = beds.by(Bed.NAME, "south").get(0);
    private final Bed north = beds.by(Bed.NAME, "north").get(0);

    /** As generated code is. */
    static final class Plant extends TypedRow {
        static final ScalarColumn<Plant, String> NAME = new ScalarColumn<>("Plant", "name", AtomCodec.STRING);

        Plant(ReadableRow row) {
            super(row, "Plant");
        }
    }

    enum Soil implements EnumValue {
        LOAM("loam"),
        SAND("sand"),
        PEAT("peat"),
        OTHER(null);

        private final String value;

        Soil(String value) {
            this.value = value;
        }

        @Override
        public Optional<Atom> atom() {
            return Optional.ofNullable(value).map(Atom::of);
        }
    }

    /** As generated code is. */
    static final class Bed extends TypedRow {
        static final ScalarColumn<Bed, String> NAME = new ScalarColumn<>("Bed", "name", AtomCodec.STRING);
        static final NumberColumn<Bed, Long> DEPTH = new NumberColumn<>("Bed", "depth", AtomCodec.INTEGER);
        static final OptionalNumberColumn<Bed, Double> PH = new OptionalNumberColumn<>("Bed", "ph", AtomCodec.REAL);
        static final ScalarColumn<Bed, Soil> SOIL =
                new ScalarColumn<>("Bed", "soil", AtomCodec.enumeration(Soil.OTHER, Soil.values()));
        static final SetColumn<Bed, String> TAGS = new SetColumn<>("Bed", "tags", AtomCodec.STRING);
        static final MapColumn<Bed, String, String> NOTES =
                new MapColumn<>("Bed", "notes", AtomCodec.STRING, AtomCodec.STRING);
        static final ReferenceSetColumn<Bed, Plant> PLANTS = new ReferenceSetColumn<>("Bed", "plants", Plant::new);
        static final OptionalReferenceColumn<Bed, Plant> BEST =
                new OptionalReferenceColumn<>("Bed", "best", Plant::new);
        static final ReferenceMapColumn<Bed, Long, Plant> PLACES =
                new ReferenceMapColumn<>("Bed", "places", AtomCodec.INTEGER, Plant::new);
        static final ReferenceKeyMapColumn<Bed, Plant, Double> SHARES =
                new ReferenceKeyMapColumn<>("Bed", "shares", Plant::new, AtomCodec.REAL);
        static final ReferencePairMapColumn<Bed, Plant, Plant> AFTER =
                new ReferencePairMapColumn<>("Bed", "after", Plant::new, Plant::new);

        Bed(ReadableRow row) {
            super(row, "Bed");
        }
    }

    @Nested
    class Tables {
        @Test
        void haveRowsByUuidIndexAndPredicate() {
            assertThat(beds.size()).isEqualTo(2);
            assertThat(beds.all()).containsExactlyInAnyOrder(south, north);
            assertThat(beds.row(FilledReplica.uuid(3))).hasValue(south);
            assertThat(beds.row(FilledReplica.uuid(1))).isEmpty();
            assertThatThrownBy(() -> beds.require(FilledReplica.uuid(1))).isInstanceOf(NoSuchElementException.class);
            assertThat(beds.where(bed -> Bed.DEPTH.of(bed) > 25)).containsExactly(south);
            assertThat(beds.by(Bed.TAGS, Set.of("warm", "dry"))).containsExactly(south);
            assertThat(beds.index("owner").find(Datum.of("ann"))).hasValue(south);
        }

        @Test
        void areNoneOfTablesThatAreNotHeld() {
            assertThatThrownBy(() -> new TypedTable<>(view, "Pond", Bed::new))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining("Pond");
        }

        @Test
        void refuseRowsOfOtherTables() {
            assertThatThrownBy(() -> new Plant(south.row()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("expected a row of table Plant, found one of table Bed");
        }
    }

    @Nested
    class Values {
        @Test
        void areReadByTheColumnsTypes() {
            assertThat(Bed.NAME.of(south)).isEqualTo("south");
            assertThat(Bed.PH.of(south)).hasValue(6.5);
            assertThat(Bed.PH.of(north)).isEmpty();
            assertThat(Bed.SOIL.of(south)).isEqualTo(Soil.SAND);
            assertThat(Bed.TAGS.of(south)).containsExactly("dry", "warm").contains("dry");
            assertThat(Bed.TAGS.of(south).contains("wet")).isFalse();
            assertThat(Bed.TAGS.of(south).contains((Object) 5)).isFalse();
            assertThat(Bed.NOTES.of(south)).isEqualTo(Map.of("owner", "ann", "since", "1999"));
            assertThat(Bed.NOTES.of(south).get("owner")).isEqualTo("ann");
            assertThat(Bed.NOTES.of(north)).isEmpty();
        }

        @Test
        void thatTheProgramDoesNotKnowAreRecognisedAsThatAndNeverWritten() {
            assertThat(Bed.SOIL.of(north)).isEqualTo(Soil.OTHER);
            assertThatThrownBy(() -> Bed.SOIL.eq(Soil.OTHER)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void cannotBeChanged() {
            assertThatThrownBy(() -> Bed.TAGS.of(south).add("x")).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> Bed.TAGS.of(south).clear()).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> Bed.NOTES.of(south).put("x", "y"))
                    .isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void areWrittenAsTheColumnHoldsThem() {
            for (Column<Bed, ?> column : List.of(
                    Bed.NAME,
                    Bed.DEPTH,
                    Bed.PH,
                    Bed.SOIL,
                    Bed.TAGS,
                    Bed.NOTES,
                    Bed.PLANTS,
                    Bed.BEST,
                    Bed.PLACES,
                    Bed.SHARES,
                    Bed.AFTER)) {
                assertThat(rewritten(column, south))
                        .as("%s", column)
                        .isEqualTo(south.row().get(column.name()));
            }
        }

        private <T> Datum rewritten(Column<Bed, T> column, Bed row) {
            return column.datum(column.of(row));
        }

        @Test
        void ofAnotherTypeThanExpectedAreSaidToBe() {
            assertThatThrownBy(() -> new ScalarColumn<Bed, Long>("Bed", "name", AtomCodec.INTEGER).of(south))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("integer");
            assertThatThrownBy(
                            () -> new MapColumn<Bed, String, String>("Bed", "tags", AtomCodec.STRING, AtomCodec.STRING)
                                    .of(south))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Bed.tags");
        }
    }

    @Nested
    class References {
        @Test
        void areRowsOfTheSameView() {
            Set<Plant> plants = Bed.PLANTS.rows(south);
            assertThat(plants).extracting(Plant.NAME::of).containsExactly("rose", "leek");
            Plant leek = Bed.BEST.row(south).orElseThrow();
            assertThat(plants.contains(leek)).isTrue();
            assertThat(plants.contains((Object) south)).isFalse();
            assertThat(Bed.BEST.row(north)).isEmpty();
            assertThat(Bed.PLACES.rows(south)).containsOnlyKeys(4L, 7L).containsEntry(7L, leek);
            assertThat(Bed.PLACES.rows(south).get(5L)).isNull();
        }

        @Test
        void areKeysOfMapsToo() {
            Plant rose = new Plant(view.table("Plant").require(FilledReplica.uuid(1)));
            Plant leek = new Plant(view.table("Plant").require(FilledReplica.uuid(2)));
            assertThat(Bed.SHARES.rows(south)).isEqualTo(Map.of(rose, 0.25, leek, 0.75));
            assertThat(Bed.SHARES.rows(south).get(leek)).isEqualTo(0.75);
            assertThat(Bed.SHARES.rows(south).containsKey((Object) south)).isFalse();
            assertThat(Bed.SHARES.of(south)).hasSize(3);
            assertThat(Bed.AFTER.rows(south)).isEqualTo(Map.of(rose, leek));
            assertThat(Bed.AFTER.rows(south).get(leek)).isNull();
            assertThat(Bed.AFTER.rows(north)).isEmpty();
        }

        @Test
        void cannotBeFollowedInAViewThatIsClosed() {
            Set<Plant> plants = Bed.PLANTS.rows(south);
            view.close();
            assertThatThrownBy(plants::size).isInstanceOf(IllegalStateException.class);
            assertThat(Bed.NAME.of(south)).isEqualTo("south");
        }
    }

    @Nested
    class Conditions {
        @Test
        void areThoseThatSuitTheColumn() {
            assertThat(List.of(
                                    Bed.NAME.eq("a"),
                                    Bed.NAME.ne("a"),
                                    Bed.DEPTH.ge(3L),
                                    Bed.PH.lt(6.5),
                                    Bed.PH.absent(),
                                    Bed.SOIL.eq(Soil.PEAT),
                                    Bed.TAGS.includes("dry"),
                                    Bed.TAGS.excludesAll(List.of("wet", "cold")),
                                    Bed.NOTES.includes("owner", "ann"),
                                    Bed.BEST.eq(Bed.BEST.row(south).orElseThrow()),
                                    Bed.SHARES.excludes(Bed.BEST.row(south).orElseThrow(), 0.5))
                            .stream()
                            .map(TypedTableTest::text))
                    .containsExactly(
                            "[\"name\",\"==\",\"a\"]",
                            "[\"name\",\"!=\",\"a\"]",
                            "[\"depth\",\">=\",3]",
                            "[\"ph\",\"<\",6.5]",
                            "[\"ph\",\"==\",[\"set\",[]]]",
                            "[\"soil\",\"==\",\"peat\"]",
                            "[\"tags\",\"includes\",\"dry\"]",
                            "[\"tags\",\"excludes\",[\"set\",[\"cold\",\"wet\"]]]",
                            "[\"notes\",\"includes\",[\"map\",[[\"owner\",\"ann\"]]]]",
                            "[\"best\",\"==\",[\"uuid\",\"00000000-0000-0000-0000-000000000002\"]]",
                            "[\"shares\",\"excludes\",[\"map\",[[[\"uuid\",\"00000000-0000-0000-0000-000000000002\"],0.5]]]]");
        }
    }

    private static String text(Condition condition) {
        JsonWriter out = new JsonWriter();
        condition.write(out);
        return out.toString();
    }
}
