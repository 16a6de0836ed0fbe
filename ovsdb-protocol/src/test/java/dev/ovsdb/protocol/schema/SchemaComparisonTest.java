package dev.ovsdb.protocol.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.schema.SchemaDifference.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaComparisonTest {
    private static final String SCHEMA = """
            {"name":"D","version":"1.0.0","cksum":"1 2","tables":{
              "A":{"isRoot":true,"maxRows":5,"indexes":[["c"]],"columns":{"c":{"type":"string"},"d":{"type":"integer"}}},
              "B":{"columns":{"x":{"type":"integer"}}}}}""";

    private static List<SchemaDifference> differences(String from, String to) {
        DatabaseSchema before = DatabaseSchema.parse(SCHEMA);
        DatabaseSchema after = DatabaseSchema.parse(SCHEMA.replace(from, to));
        SchemaComparison comparison = before.compare(after);
        assertThat(comparison.needsConversion())
                .isEqualTo(!comparison.differences().isEmpty());
        return comparison.differences();
    }

    @Test
    void equalSchemasDoNotDiffer() {
        assertThat(differences("", "")).isEmpty();
        assertThat(differences("\"min\":1", "")).isEmpty();
    }

    @Test
    void eachDifferenceTellsItsKindPlaceAndBothSides() {
        assertThat(differences("1.0.0", "1.0.1"))
                .containsExactly(new SchemaDifference(Kind.VERSION, "", "1.0.0", "1.0.1"));
        assertThat(differences("1 2", "1 3")).containsExactly(new SchemaDifference(Kind.CKSUM, "", "1 2", "1 3"));
        assertThat(differences("\"D\"", "\"E\"")).containsExactly(new SchemaDifference(Kind.NAME, "", "D", "E"));
        assertThat(differences("\"B\"", "\"C\""))
                .containsExactly(
                        new SchemaDifference(Kind.TABLE_REMOVED, "B", "B", ""),
                        new SchemaDifference(Kind.TABLE_ADDED, "C", "", "C"));
        assertThat(differences("\"maxRows\":5,", ""))
                .containsExactly(new SchemaDifference(Kind.MAX_ROWS, "A", "5", ""));
        assertThat(differences("[[\"c\"]]", "[]"))
                .containsExactly(new SchemaDifference(Kind.INDEXES, "A", "[[\"c\"]]", "[]"));
        assertThat(differences("\"d\"", "\"e\""))
                .containsExactly(
                        new SchemaDifference(Kind.COLUMN_REMOVED, "A.d", "\"integer\"", ""),
                        new SchemaDifference(Kind.COLUMN_ADDED, "A.e", "", "\"integer\""));
        assertThat(differences("\"d\":{\"type\":\"integer\"", "\"d\":{\"type\":\"real\""))
                .containsExactly(new SchemaDifference(Kind.COLUMN_TYPE, "A.d", "\"integer\"", "\"real\""));
        assertThat(differences("\"d\":{", "\"d\":{\"ephemeral\":true,"))
                .containsExactly(new SchemaDifference(Kind.COLUMN_EPHEMERAL, "A.d", "false", "true"));
        assertThat(differences("\"d\":{", "\"d\":{\"mutable\":false,"))
                .containsExactly(new SchemaDifference(Kind.COLUMN_MUTABLE, "A.d", "true", "false"));
    }

    @Test
    void whatIsRootIsComparedAsItTakesEffect() {
        assertThat(differences("\"isRoot\":true,", ""))
                .containsExactly(new SchemaDifference(Kind.IS_ROOT, "B", "false", "true"));
    }

    @Test
    void namesVersionsAndChecksumsAreNoStructure() {
        DatabaseSchema before = DatabaseSchema.parse(SCHEMA);
        assertThat(before.compare(DatabaseSchema.parse(SCHEMA.replace("1.0.0", "1.0.1")))
                        .isSameStructure())
                .isTrue();
        assertThat(before.compare(DatabaseSchema.parse(SCHEMA.replace("\"B\"", "\"C\"")))
                        .isSameStructure())
                .isFalse();
    }
}
