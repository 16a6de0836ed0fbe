package dev.ovsdb.cli.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodegenProgramTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSchema() throws IOException {
        Files.writeString(
                folder.resolve("pond.ovsschema"),
                "{\"name\": \"Pond\", \"version\": \"1.0.0\", \"tables\": {\"Fish\": {\"columns\": {\"name\": {\"type\": \"string\"}}}}}");
        Files.writeString(
                folder.resolve("pond.xml"),
                "<database><table name=\"Fish\"><column name=\"name\">What it listens to.</column></table></database>");
    }

    private int run(String... arguments) {
        return Main.run(
                List.of(arguments),
                new ByteArrayInputStream(new byte[0]),
                out,
                err,
                Map.of("OVSDB_DIRECTORY", folder.toString()));
    }

    @Test
    void writesTheTypesAndTellsTheirFiles() {
        assertThat(run("codegen", "-p", "org.pond", "-o", "src", "-d", "pond.xml", "pond.ovsschema"))
                .isZero();
        Path fish = folder.resolve("src/org/pond/Fish.java");
        assertThat(fish).content().contains("package org.pond;", "What it listens to.");
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .contains(
                        fish.toString(),
                        folder.resolve("src/org/pond/PondDatabase.java").toString())
                .hasSize(3);
    }

    @Test
    void saysWhatIsWrong() {
        fails("codegen: no schema was given; use --help for help", "codegen", "-p", "a");
        fails("codegen: --package is needed; use --help for help", "codegen", "pond.ovsschema");
        fails("codegen: not the name of a Java package: \"a-b\"", "codegen", "-p", "a-b", "pond.ovsschema");
        fails("codegen: " + folder.resolve("sea") + ": there is no such file", "codegen", "-p", "a", "sea");
        fails("codegen: unrecognized option '--fish'", "codegen", "--fish");
        assertThat(run("codegen", "-p", "a", "pond.xml")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("pond.xml: byte 0: not JSON");
    }

    private void fails(String message, String... arguments) {
        err.reset();
        assertThat(run(arguments)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("ovsdb: " + message + "\n");
    }

    @Test
    void hasHelp() {
        assertThat(run("codegen", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("usage: ovsdb codegen")
                .contains("-p, --package=NAME");
    }
}
