package dev.ovsdb.house.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.house.Sources;
import dev.ovsdb.maven.InnerBuild;
import dev.ovsdb.testkit.OvsdbContainer;
import dev.ovsdb.testkit.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** An empty folder, with the files that the README says and nothing else, is a project whose test runs on three servers. */
@Timeout(value = 5, unit = TimeUnit.MINUTES) // Each test is a build of its own.
class NewProjectIT {
    private static final String REPORT = "target/surefire-reports/TEST-GardenTest.xml";

    @TempDir
    private Path folder;

    @Test
    void testsAgainstAnEmbeddedServerAProgramAndAContainerAsTheReadmeSays() throws Exception {
        Peers.require("ovsdb-server", "ovsdb-tool", "ovs-appctl");
        Peers.requireImage(OvsdbContainer.defaultImage());
        InnerBuild build = new InnerBuild(folder);
        for (Map.Entry<String, String> file : readme().entrySet()) build.write(file.getKey(), file.getValue());
        InnerBuild.Outcome outcome = build.run("test");
        assertThat(outcome.success()).as(outcome.log()).isTrue();
        assertThat(count(build, "tests")).as(outcome.log()).isEqualTo("3");
        for (String bad : new String[] {"failures", "errors", "skipped"})
            assertThat(count(build, bad)).as(bad).isEqualTo("0");
    }

    @Test
    void theTestOfTheReadmeCanFail() throws Exception {
        InnerBuild build = new InnerBuild(folder);
        for (Map.Entry<String, String> file : readme().entrySet()) {
            String text = file.getValue().replace(".set(\"height\", 3)", ".set(\"height\", 4)");
            build.write(file.getKey(), text.replace("@EveryServer\n", "")); // The embedded one is enough.
        }
        InnerBuild.Outcome outcome = build.run("test");
        assertThat(outcome.success()).as(outcome.log()).isFalse();
        assertThat(outcome.log())
                .contains("expected table Tree of database Garden to have a row with name = \"oak\", height = 3");
    }

    private static Map<String, String> readme() throws IOException {
        Map<String, String> files = PageFiles.of(Files.readAllLines(Sources.file("README.md")));
        assertThat(files)
                .containsOnlyKeys("pom.xml", "src/test/resources/garden.ovsschema", "src/test/java/GardenTest.java");
        return files;
    }

    private static String count(InnerBuild build, String what) throws Exception {
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(build.file(REPORT).toFile())
                .getDocumentElement();
        return suite.getAttribute(what);
    }
}
