package dev.ovsdb.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read is refused with file, place and reason. */
class BadInputTest {
    @TempDir
    private Path folder;

    @Test
    void schemas() throws IOException {
        refused(folder.resolve("none"), "", "there is no such file");
        refused(folder, "", "cannot be read");
        refused(file("{\"name\": "), "byte ", "not JSON");
        refused(
                file("{\"name\": \"D\", \"tables\": {\"T\": {\"columns\": {\"c\": {\"type\": \"text\"}}}}}"),
                "tables.T.columns.c.type",
                "found \"text\"");
    }

    private void refused(Path schema, String place, String reason) {
        assertThatThrownBy(() -> CodeGenerator.into("a").schema(schema).generate())
                .isInstanceOfSatisfying(CodegenException.class, refusal -> {
                    assertThat(refusal.file()).isEqualTo(schema.toString());
                    assertThat(refusal.place()).startsWith(place);
                    assertThat(refusal.reason()).contains(reason);
                    assertThat(refusal).hasMessageStartingWith(schema + ": " + refusal.place());
                });
    }

    @Test
    void documentation() throws IOException {
        refusedText(folder.resolve("none.xml"), "", "there is no such file");
        refusedText(file("<database>\n<p>x</database>"), "line 2, column ", "not XML");
        refusedText(file("<manpage/>"), "", "expected an element database at the top, found manpage");
        refusedText(
                file("<!DOCTYPE database [<!ENTITY x SYSTEM \"/etc/passwd\">]><database>&x;</database>"),
                "line 1",
                "DOCTYPE");
    }

    private void refusedText(Path xml, String place, String reason) {
        CodeGenerator generator =
                CodeGenerator.into("a").schema(Inputs.file("garden.ovsschema")).documentation(xml);
        assertThatThrownBy(generator::generate).isInstanceOfSatisfying(CodegenException.class, refusal -> {
            assertThat(refusal.file()).isEqualTo(xml.toString());
            assertThat(refusal.place()).startsWith(place);
            assertThat(refusal.reason()).contains(reason);
        });
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "input", ""), text);
    }
}
