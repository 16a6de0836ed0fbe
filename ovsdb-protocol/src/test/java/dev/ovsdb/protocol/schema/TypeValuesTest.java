package dev.ovsdb.protocol.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.vectors.Equality;
import dev.ovsdb.protocol.vectors.Vectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Types as values, and what they say of themselves. */
class TypeValuesTest {
    private static BaseTypeBuilder integer() {
        return BaseType.builder(AtomicType.INTEGER);
    }

    private static BaseTypeBuilder real() {
        return BaseType.builder(AtomicType.REAL);
    }

    private static BaseTypeBuilder string() {
        return BaseType.builder(AtomicType.STRING);
    }

    private static BaseTypeBuilder uuid() {
        return BaseType.builder(AtomicType.UUID);
    }

    static Stream<Arguments> types() {
        return Stream.of(
                arguments(BaseType.of(AtomicType.INTEGER), false, "\"integer\""),
                arguments(integer().minInteger(1).build(), true, "{\"minInteger\":1,\"type\":\"integer\"}"),
                arguments(integer().maxInteger(9).build(), true, "{\"maxInteger\":9,\"type\":\"integer\"}"),
                arguments(real().minReal(0.5).build(), true, "{\"minReal\":0.5,\"type\":\"real\"}"),
                arguments(real().maxReal(1.5).build(), true, "{\"maxReal\":1.5,\"type\":\"real\"}"),
                arguments(string().minLength(2).build(), true, "{\"minLength\":2,\"type\":\"string\"}"),
                arguments(string().maxLength(8).build(), true, "{\"maxLength\":8,\"type\":\"string\"}"),
                arguments(
                        string().enumeration(Datum.set(Atom.of("a"), Atom.of("b")))
                                .build(),
                        true,
                        "{\"enum\":[\"set\",[\"a\",\"b\"]],\"type\":\"string\"}"),
                arguments(
                        uuid().reference("T", BaseType.RefType.STRONG).build(),
                        false,
                        "{\"refTable\":\"T\",\"type\":\"uuid\"}"),
                arguments(
                        uuid().reference("T", BaseType.RefType.WEAK).build(),
                        false,
                        "{\"refTable\":\"T\",\"refType\":\"weak\",\"type\":\"uuid\"}"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("types")
    void aTypeShowsAsInASchemaAndKnowsWhetherItRefusesAtoms(BaseType type, boolean limits, String notation) {
        assertThat(type).hasToString(notation);
        assertThat(type.limitsAtoms()).isEqualTo(limits);
        assertThat(ColumnType.set(type, 0, ColumnType.UNLIMITED).toString()).contains(notation);
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("types")
    void typesAreEqualIfAllTheirRulesAre(BaseType type, boolean limits, String notation) {
        types().map(other -> (BaseType) other.get()[0])
                .filter(other -> !other.toString().equals(notation))
                .forEach(other -> {
                    assertThat(type).isNotEqualTo(other);
                    assertThat(ColumnType.set(type, 0, 5)).isNotEqualTo(ColumnType.set(other, 0, 5));
                });
        types().map(same -> (BaseType) same.get()[0])
                .filter(same -> same.toString().equals(notation))
                .forEach(same -> Equality.holdsFor(type, same, BaseType.of(AtomicType.BOOLEAN)));
    }

    @Test
    void columnTypesAreEqualIfKeyValueAndSizeAre() {
        BaseType key = BaseType.of(AtomicType.STRING);
        BaseType value = BaseType.of(AtomicType.INTEGER);
        Equality.holdsFor(
                ColumnType.map(key, value, 0, 5),
                ColumnType.map(BaseType.of(AtomicType.STRING), value, 0, 5),
                ColumnType.map(value, value, 0, 5),
                ColumnType.map(key, key, 0, 5),
                ColumnType.map(key, value, 1, 5),
                ColumnType.map(key, value, 0, 6),
                ColumnType.set(key, 0, 5));
    }

    @Test
    void anEnumIsNotEmptyStandsAloneAndHasValuesOfItsType() {
        refused(string().enumeration(Datum.emptySet()), "an enum needs at least one value");
        refused(string().enumeration(Datum.set(Atom.of(1))), "is not of type string");
        var values = Datum.set(Atom.of(1));
        refused(integer().enumeration(values).minInteger(0), "an enum excludes other constraints");
        refused(integer().enumeration(values).maxInteger(3), "an enum excludes other constraints");
        var texts = Datum.set(Atom.of("a"));
        refused(string().enumeration(texts).minLength(1), "an enum excludes other constraints");
        refused(string().enumeration(texts).maxLength(3), "an enum excludes other constraints");
    }

    @Test
    void limitsDoNotContradictEachOther() {
        refused(integer().minInteger(2).maxInteger(1), "the minimum 2 exceeds the maximum 1");
        refused(real().minReal(1).maxReal(0.5), "exceeds the maximum");
        refused(string().minLength(2).maxLength(1), "minLength 2 exceeds maxLength 1");
        refused(string().minLength(-1), "a length must be within 0 and 4294967295");
        refused(string().maxLength(0x1_0000_0000L), "a length must be within 0 and 4294967295");
        assertThat(integer().minInteger(2).maxInteger(2).build().limitsAtoms()).isTrue();
        assertThat(string().minLength(2).maxLength(2).build().limitsAtoms()).isTrue();
        assertThat(string().minLength(0).maxLength(0xffff_ffffL).build().limitsAtoms())
                .isFalse();
        assertThat(string().maxLength(0).build().limitsAtoms()).isTrue();
    }

    private static void refused(BaseTypeBuilder builder, String problem) {
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining(problem);
    }

    @Test
    void schemasTablesAndDifferencesShowBriefly() {
        DatabaseSchema schema = Vectors.schema();
        assertThat(schema.toString())
                .startsWith("schema Vectors " + schema.version().orElseThrow())
                .endsWith(" of " + schema.tables().size() + " tables");
        assertThat(schema.requireTable("Port").toString()).startsWith("table Port[");
        assertThat(new SchemaVersion("1.2.3")).hasToString("1.2.3");
        assertThat(new SchemaDifference(SchemaDifference.Kind.VERSION, "", "1.0.0", "1.0.1"))
                .hasToString("VERSION: 1.0.0 -> 1.0.1");
        assertThat(new SchemaDifference(SchemaDifference.Kind.COLUMN_TYPE, "T.c", "\"a\"", "\"b\""))
                .hasToString("COLUMN_TYPE T.c: \"a\" -> \"b\"");
    }

    @Test
    void aFaultInASchemaTellsItsPlace() {
        String json =
                "{\"name\":\"D\",\"version\":\"1.0.0\",\"tables\":{\"T\":{\"columns\":{\"c\":{\"type\":\"x\"}}}}}";
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> DatabaseSchema.parse(json))
                .satisfies(e -> assertThat(e.place()).startsWith("tables.T.columns.c.type"));
        assertThat(new SchemaException("", "p")).hasMessage("p");
        assertThat(new SchemaException("a.b", "p")).hasMessage("a.b: p");
    }
}
