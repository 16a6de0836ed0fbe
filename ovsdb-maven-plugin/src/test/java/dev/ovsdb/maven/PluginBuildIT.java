package dev.ovsdb.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin in a project of somebody's, built by Maven itself. */
class PluginBuildIT {
    private static final String GENERATED = "target/generated-sources/ovsdb";

    @TempDir
    private Path folder;

    private InnerBuild build;

    @BeforeEach
    void makeProject() throws IOException {
        build = new InnerBuild(folder);
        build.write("pom.xml", """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId>
                  <artifactId>pond</artifactId>
                  <version>1</version>
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <dependencies>
                    <dependency>
                      <groupId>dev.ovsdb</groupId>
                      <artifactId>ovsdb-idl</artifactId>
                      <version>@version</version>
                    </dependency>
                  </dependencies>
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>dev.ovsdb</groupId>
                        <artifactId>ovsdb-maven-plugin</artifactId>
                        <version>@version</version>
                        <executions>
                          <execution>
                            <goals><goal>generate</goal></goals>
                            <configuration>
                              <schemas><schema>src/main/ovsdb/pond.ovsschema</schema></schemas>
                              <packageName>org.pond</packageName>
                            </configuration>
                          </execution>
                        </executions>
                      </plugin>
                      <plugin><artifactId>maven-resources-plugin</artifactId><version>@resources</version></plugin>
                      <plugin><artifactId>maven-compiler-plugin</artifactId><version>@compiler</version></plugin>
                    </plugins>
                  </build>
                </project>
                """.replace("@version", ReactorRepository.property("version"))
                .replace("@resources", ReactorRepository.property("resources"))
                .replace("@compiler", ReactorRepository.property("compiler")));
    }

    private void schema(String tables) throws IOException {
        build.write(
                "src/main/ovsdb/pond.ovsschema",
                "{\"name\": \"Pond\", \"version\": \"1.0.0\", \"tables\": {" + tables + "}}");
    }

    private void table(String name) throws IOException {
        schema("\"" + name + "\": {\"columns\": {\"name\": {\"type\": \"string\"}}}");
        build.write("src/main/java/org/example/Program.java", """
                package org.example;

                import dev.ovsdb.idl.transaction.IdlTransaction;
                import org.pond.@Table;

                final class Program {
                    void stock(IdlTransaction tx) {
                        tx.insert(@Table.in(tx)).set(@Table.NAME, "one");
                    }
                }
                """.replace("@", name));
    }

    @Test
    void generatesOnceAndAnewWhenTheSchemaChanges() throws Exception {
        table("Fish");
        assertThat(succeeds()).contains("Generated 3 types of org.pond");
        assertThat(build.file("target/classes/org/pond/Fish.class")).exists();
        assertThat(build.file("target/classes/org/example/Program.class")).exists();

        Map<String, FileTime> before = times();
        assertThat(before).hasSizeGreaterThan(6);
        assertThat(succeeds()).contains("Nothing to generate").contains("Nothing to compile");
        assertThat(times()).isEqualTo(before);

        table("Frog");
        assertThat(succeeds()).contains("Generated 3 types of org.pond");
        assertThat(build.file(GENERATED + "/org/pond/Fish.java")).doesNotExist();
        assertThat(build.file("target/classes/org/pond/Frog.class")).exists();
        assertThat(build.file("target/classes/org/pond/Fish.class")).doesNotExist();
    }

    @Test
    void aSchemaThatCannotBeUsedEndsTheBuildWithFilePlaceAndReason() throws Exception {
        schema("\"Fish\": {\"columns\": {\"name\": {\"type\": \"text\"}}}");
        InnerBuild.Outcome outcome = build.run("generate-sources");
        assertThat(outcome.success()).as(outcome.log()).isFalse();
        assertThat(outcome.log())
                .contains("pond.ovsschema: tables.Fish.columns.name.type: ")
                .contains("\"text\"");
        assertThat(build.file(GENERATED)).doesNotExist();
    }

    private String succeeds() throws Exception {
        InnerBuild.Outcome outcome = build.run("compile");
        assertThat(outcome.success()).as(outcome.log()).isTrue();
        return outcome.log();
    }

    /** When each file that was generated or compiled was written last. */
    private Map<String, FileTime> times() throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        for (String below : List.of(GENERATED, "target/classes")) {
            try (Stream<Path> files = Files.walk(build.file(below))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    times.put(file.toString(), Files.getLastModifiedTime(file));
                }
            }
        }
        return times;
    }
}
