package dev.ovsdb.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several versions of a schema. */
class VersionsTest {
    private static final String OLD = "garden-1.0.ovsschema";
    private static final String NEW = "garden.ovsschema";

    @TempDir
    private Path folder;

    @Test
    void giveAllThatAnyOfThemHasInWhateverOrder() throws Exception {
        GeneratedCode code = Inputs.generated(OLD, NEW);
        assertThat(Inputs.generated(NEW, OLD).files()).isEqualTo(code.files());
        assertThat(code.files().get("org/example/Bed.java"))
                .startsWith("// Generated from schema Garden_Plan, 1.0.0, 1.2.0.")
                .contains(" fence()", " plants()");
        assertThat(code.files().get("org/example/BedSide.java")).contains("LEFT(", "MIDDLE(", "RIGHT(");
        code.writeTo(folder);
        Compiled.of(folder, folder.resolve("classes")).close();
    }

    @Test
    void areToldWhereNotAllHaveAColumn() {
        GeneratedCode code = Inputs.generated(OLD, NEW);
        String bed = code.files().get("org/example/Bed.java").replaceAll("(\\s*\n\\s*\\*(?!/))+\\s*", " ");
        assertThat(bed)
                .contains(
                        "Only schemas of these versions have the column: 1.0.0. Where a server has none, it has its default.");
        assertThat(bed).contains("have the column: 1.2.0.");
        assertThat(code.files().get("org/example/Family.java")).contains("versions have the table: 1.2.0.");
        assertThat(Inputs.generated(NEW).files().get("org/example/Bed.java")).doesNotContain("Only schemas");
    }

    @Test
    void haveOnlyTheLookUpsThatAllOfThemHave() {
        assertThat(Inputs.generated(NEW).files().get("org/example/BedTable.java"))
                .contains("byRowNumberAndSide");
        assertThat(Inputs.generated(OLD, NEW).files().get("org/example/BedTable.java"))
                .contains("byName(")
                .doesNotContain("byRowNumberAndSide");
    }

    @Test
    void thatContradictEachOtherAreRefused() throws IOException {
        Path one = schema("one", "D", "1.0.0", "\"integer\"");
        Path other = schema("other", "D", "2.0.0", "{\"key\": \"string\", \"min\": 0}");
        assertThatThrownBy(
                        () -> CodeGenerator.into("a").schema(other).schema(one).generate())
                .isInstanceOfSatisfying(CodegenException.class, refusal -> {
                    assertThat(refusal.file()).isEqualTo(other.toString());
                    assertThat(refusal.place()).isEqualTo("tables.T.columns.c.type");
                    assertThat(refusal).hasMessageContaining("have no values in common");
                });
        Path another = schema("another", "E", "3.0.0", "\"integer\"");
        assertThatThrownBy(() ->
                        CodeGenerator.into("a").schema(one).schema(another).generate())
                .isInstanceOf(CodegenException.class)
                .hasMessage(another + ": name: expected a version of D, found E");
    }

    @Test
    void ofAWiderAndANarrowerTypeHaveTheWider() throws IOException {
        Path one =
                schema("one", "D", "1.0.0", "{\"key\": {\"type\": \"integer\", \"minInteger\": 1, \"maxInteger\": 5}}");
        Path other = schema("other", "D", "2.0.0", "{\"key\": {\"type\": \"integer\", \"minInteger\": 0}, \"min\": 0}");
        String row = CodeGenerator.into("a")
                .schema(one)
                .schema(other)
                .generate()
                .files()
                .get("a/T.java");
        assertThat(row).contains("Optional<Long> c()", "an integer of at least 0, or nothing");
    }

    private Path schema(String file, String database, String version, String type) throws IOException {
        return Files.writeString(
                folder.resolve(file),
                "{\"name\": \"" + database + "\", \"version\": \"" + version
                        + "\", \"tables\": {\"T\": {\"columns\": {\"c\": {\"type\": " + type + "}}}}}");
    }
}
