package dev.ovsdb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.conformance.suite.Case;
import dev.ovsdb.conformance.suite.KnownDifference;
import dev.ovsdb.conformance.suite.Suite;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the kit fit together. */
class SuiteTest {
    private static final Path ROOT = Path.of("src/main/resources/dev/ovsdb/conformance");

    @ParameterizedTest
    @ValueSource(strings = {"cases/server", "cases/client", "extensions", "known", "schemas"})
    void anIndexNamesEachFileOfItsFolder(String folder) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            assertThat(Files.readAllLines(ROOT.resolve(folder).resolve("index")))
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> !name.equals("index"))
                                    .map(name -> name.substring(0, name.lastIndexOf('.')))
                                    .toList());
        }
    }

    @Test
    void casesComeInTheOrderOfTheirNames() {
        assertThat(Conformance.cases().stream().map(ConformanceCase::name).filter(name -> name.startsWith("client-")))
                .isSorted();
        assertThat(Suite.serverCases().stream().map(Case::name)).isSorted();
    }

    @Test
    void eachSchemaHasTheNameOfItsFile() {
        for (String database : Suite.databases()) {
            assertThat(DatabaseSchema.parse(Suite.schema(database).orElseThrow())
                            .name())
                    .isEqualTo(database);
        }
    }

    @Test
    void eachCaseNamesWhatThereIs() {
        List<String> extensions =
                Suite.extensions().stream().map(one -> one.name()).toList();
        assertThat(Suite.serverCases()).allSatisfy(one -> {
            assertThat(extensions).containsAll(one.setting().extensions());
            assertThat(
                            one.needsKitDatabase()
                                    ? Suite.databases()
                                    : List.of(one.setting().database()))
                    .contains(one.setting().database());
            assertThat(one.setting().model()).isIn("", "standalone", "clustered");
        });
    }

    @Test
    void eachKnownDifferenceIsOfACase() {
        assertThat(Suite.serverCases().stream().map(Case::name))
                .containsAll(Suite.knownDifferences().stream()
                        .map(KnownDifference::caseName)
                        .toList());
    }
}
