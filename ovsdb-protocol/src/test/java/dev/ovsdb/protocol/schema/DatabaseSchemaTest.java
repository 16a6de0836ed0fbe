package dev.ovsdb.protocol.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseSchemaTest {
    private final DatabaseSchema schema = load();
    private final TableSchema root = schema.requireTable("Root");

    private static DatabaseSchema load() {
        try {
            return DatabaseSchema.parse(Path.of("src/test/resources/schemas/everything.ovsschema"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void itTellsWhatTheFileSays() {
        assertThat(schema.name()).isEqualTo("Everything");
        assertThat(schema.version()).contains(new SchemaVersion("1.2.3"));
        assertThat(schema.cksum()).contains("0 0");
        assertThat(schema.tables()).extracting(TableSchema::name).containsExactly("Root", "Child");
        assertThat(root.isRoot()).isTrue();
        assertThat(schema.requireTable("Child").isRoot()).isFalse();
        assertThat(root.maxRows()).isEqualTo(100);
        assertThat(root.indexes()).containsExactly(List.of("name"), List.of("i", "b"));
        assertThat(root.columns())
                .extracting(ColumnSchema::name)
                .startsWith("name", "i", "r")
                .endsWith("ports", "status");
    }

    @Test
    void columnsTellTheirTypes() {
        assertThat(type("i").isScalar()).isTrue();
        assertThat(type("i").key().minInteger()).hasValue(-5);
        assertThat(type("i").key().maxInteger()).hasValue(5);
        assertThat(type("r").isOptional()).isTrue();
        assertThat(type("r").key().minReal()).hasValue(-0.5);
        assertThat(type("r").key().maxReal()).isEmpty();
        assertThat(type("s").isSet()).isTrue();
        assertThat(type("s").isComposite()).isTrue();
        assertThat(type("s").max()).isEqualTo(7);
        assertThat(type("s").key().maxLength()).isEqualTo(3);
        assertThat(type("e").key().enumeration()).contains(Datum.set(Atom.of("down"), Atom.of("up")));
        assertThat(type("children").key().isStrongReference()).isTrue();
        assertThat(type("favourite").key().isWeakReference()).isTrue();
        assertThat(type("ids").isMap()).isTrue();
        assertThat(type("ports").requireValue().refTable()).contains("Child");
        assertThat(root.requireColumn("status").ephemeral()).isTrue();
        assertThat(root.requireColumn("name").mutable()).isFalse();
    }

    @Test
    void everyTableHasAnIdentityAndAVersion() {
        assertThat(root.column("_uuid")).contains(ColumnSchema.UUID);
        assertThat(root.requireColumn("_version").type()).isEqualTo(ColumnType.scalar(AtomicType.UUID));
        assertThat(root.columns()).doesNotContain(ColumnSchema.UUID, ColumnSchema.VERSION);
    }

    @Test
    void whatIsMissingIsNamedWithWhatExists() {
        assertThat(schema.table("Nowhere")).isEmpty();
        assertThatThrownBy(() -> schema.requireTable("Nowhere"))
                .hasMessage("database Everything has no table Nowhere; it has Root, Child");
        assertThatThrownBy(() -> schema.requireTable("Child").requireColumn("x"))
                .hasMessage("table Child has no column x; it has tag, parent");
    }

    @Test
    void whatIsPrintedParsesToAnEqualSchema() {
        DatabaseSchema again = DatabaseSchema.parse(schema.toJson());
        assertThat(again).isEqualTo(schema).hasSameHashCodeAs(schema);
        assertThat(again.toJson()).isEqualTo(schema.toJson());
        assertThat(schema.compare(again).needsConversion()).isFalse();
    }

    @Test
    void aTextThatIsNotJsonIsNotASchema() {
        assertThatThrownBy(() -> DatabaseSchema.parse("{\"name\":")).isInstanceOf(JsonSyntaxException.class);
        assertThatThrownBy(() -> DatabaseSchema.parse(schema.toJson() + "x")).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void constraintsNameTableColumnRuleAndValue() {
        assertThatThrownBy(() -> root.requireColumn("i").check(Datum.of(6)))
                .isInstanceOfSatisfying(ConstraintException.class, e -> {
                    assertThat(e.table()).isEqualTo("Root");
                    assertThat(e.column()).isEqualTo("i");
                    assertThat(e.rule()).isEqualTo("expected at most 5, found 6");
                    assertThat(e.value()).isEqualTo(Datum.of(6));
                })
                .hasMessage("Root.i: expected at most 5, found 6; the value was 6");
        assertThatThrownBy(() -> root.requireColumn("ids").check(Datum.of("x"))).hasMessageContaining("expected a map");
        assertThatThrownBy(() -> root.requireColumn("name").check(Datum.emptyMap()))
                .hasMessageContaining("expected a set");
        assertThatThrownBy(() -> root.requireColumn("status").check(Datum.emptySet()))
                .hasMessageContaining("expected at least 1 elements, found 0");
        root.requireColumn("children").check(Datum.of(Atom.named("new_child")));
    }

    @Test
    void contradictoryTypesCannotBeBuilt() {
        assertThatThrownBy(() -> BaseType.builder(AtomicType.STRING).minInteger(1))
                .hasMessageContaining("type string");
        assertThatThrownBy(() -> BaseType.builder(AtomicType.INTEGER)
                        .minInteger(2)
                        .maxInteger(1)
                        .build())
                .hasMessageContaining("the minimum 2 exceeds the maximum 1");
        assertThatThrownBy(() -> BaseType.builder(AtomicType.INTEGER)
                        .enumeration(Datum.of("x"))
                        .build())
                .hasMessageContaining("not of type integer");
        assertThatThrownBy(() -> ColumnType.set(BaseType.of(AtomicType.STRING), 2, 3))
                .hasMessageContaining("min");
        assertThatThrownBy(() -> ColumnType.set(BaseType.of(AtomicType.STRING), 0, 0))
                .hasMessageContaining("max");
    }

    @Test
    void versionsAreOrderedByNumber() {
        assertThat(new SchemaVersion("1.10.0")).isGreaterThan(new SchemaVersion("1.9.9"));
        assertThat(new SchemaVersion("2.0.0")).isGreaterThan(new SchemaVersion("1.99.99"));
        assertThat(new SchemaVersion("1.2.3").compareTo(new SchemaVersion("01.2.3")))
                .isZero();
        assertThatThrownBy(() -> new SchemaVersion("1.2"))
                .hasMessageContaining("x.y.z")
                .hasMessageContaining("1.2");
    }

    private ColumnType type(String column) {
        return root.requireColumn(column).type();
    }
}
