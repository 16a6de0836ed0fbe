package dev.ovsdb.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateMojoTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    private final GenerateMojo mojo = new GenerateMojo();

    @TempDir
    private Path folder;

    private Path fish;
    private Path note;

    @BeforeEach
    void configure() throws IOException {
        mojo.schemas = List.of(schema("\"Fish\": {\"columns\": {\"name\": {\"type\": \"string\"}}}")
                .toFile());
        mojo.packageName = "org.pond";
        mojo.outputDirectory = folder.resolve("generated").toFile();
        fish = folder.resolve("generated/org/pond/Fish.java");
        note = folder.resolve("generated/.ovsdb-org.pond");
    }

    private Path schema(String tables) throws IOException {
        return Files.writeString(
                folder.resolve("pond.ovsschema"),
                "{\"name\": \"Pond\", \"version\": \"1.0.0\", \"tables\": {" + tables + "}}");
    }

    @Test
    void generatesAndHasItCompiled() throws Exception {
        mojo.execute();
        assertThat(fish).content().contains("package org.pond;");
        assertThat(mojo.project.getCompileSourceRoots())
                .containsExactly(folder.resolve("generated").toString());
    }

    @Test
    void doesNothingAgainButAddTheFolder() throws Exception {
        mojo.execute();
        Files.setLastModifiedTime(note, LONG_AGO);
        GenerateMojo again = new GenerateMojo();
        again.schemas = mojo.schemas;
        again.packageName = mojo.packageName;
        again.outputDirectory = mojo.outputDirectory;
        again.execute();
        assertThat(isUntouched()).isTrue();
        assertThat(again.project.getCompileSourceRoots()).hasSize(1);
    }

    @Test
    void generatesAnewWhatIsGoneOrWasEdited() throws Exception {
        mojo.execute();
        Files.delete(fish);
        mojo.execute();
        assertThat(fish).exists();
        Files.writeString(fish, "mine");
        mojo.execute();
        assertThat(fish).content().contains("class Fish");
    }

    @Test
    void generatesAnewWhenTheSchemaChangesAndDeletesWhatIsNotOfIt() throws Exception {
        mojo.execute();
        Path own = Files.writeString(folder.resolve("generated/org/pond/Own.java"), "package org.pond;");
        schema("\"Frog\": {\"columns\": {\"name\": {\"type\": \"string\"}}}");
        mojo.execute();
        assertThat(fish).doesNotExist();
        assertThat(folder.resolve("generated/org/pond/FrogTable.java")).exists();
        assertThat(own).exists();
    }

    @Test
    void generatesAnewWhenAnOptionOrThePluginChanges() throws Exception {
        mojo.execute();
        mojo.documentation = Files.writeString(
                        folder.resolve("pond.xml"), "<database><table name=\"Fish\">Swims.</table></database>")
                .toFile();
        mojo.execute();
        assertThat(fish).content().contains("Swims.");
        Files.setLastModifiedTime(note, LONG_AGO);
        mojo.execute();
        assertThat(isUntouched()).isTrue();
        mojo.plugin = new PluginDescriptor();
        mojo.plugin.setVersion("2");
        mojo.plugin.setArtifacts(List.of());
        mojo.execute();
        assertThat(isUntouched()).isFalse();
    }

    private boolean isUntouched() throws IOException {
        return Files.getLastModifiedTime(note).equals(LONG_AGO);
    }

    @Test
    void keepsPackagesOfOneFolderApart() throws Exception {
        mojo.execute();
        mojo.packageName = "org.lake";
        mojo.execute();
        assertThat(fish).exists();
        assertThat(folder.resolve("generated/org/lake/Fish.java")).exists();
    }

    @Test
    void saysWhatIsWrongWithAnInput() throws Exception {
        schema("\"Fish\": {}");
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("pond.ovsschema: tables.Fish");
        mojo.packageName = "a-b";
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("a-b");
        mojo.schemas = List.of();
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("no schema");
    }

    @Test
    void isLeftOutIfThatIsWanted() throws Exception {
        mojo.skip = true;
        mojo.execute();
        assertThat(fish).doesNotExist();
        assertThat(mojo.project.getCompileSourceRoots()).isEmpty();
    }

    @Test
    void mavenFindsTheGoal() throws IOException {
        try (InputStream descriptor = GenerateMojo.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            assertThat(new String(descriptor.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(
                            "<goalPrefix>ovsdb</goalPrefix>",
                            "<goal>generate</goal>",
                            "<phase>generate-sources</phase>",
                            "<threadSafe>true</threadSafe>",
                            "<name>packageName</name>");
        }
    }
}
