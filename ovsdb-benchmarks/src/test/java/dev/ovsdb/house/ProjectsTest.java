package dev.ovsdb.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The poms agree with each other. The bill of materials has no parent, so nothing else would notice. */
class ProjectsTest {
    private final XPath xpath = XPathFactory.newInstance().newXPath();
    private final Document parent = pom(Sources.file("pom.xml"));
    private final Document bom = pom(Sources.file("ovsdb-bom/pom.xml"));

    @Test
    void billOfMaterialsHasTheParentsVersion() {
        assertThat(values(bom, "/project/version")).isEqualTo(values(parent, "/project/version"));
        assertThat(values(bom, "/project/properties/project.build.outputTimestamp"))
                .isEqualTo(values(parent, "/project/properties/project.build.outputTimestamp"));
    }

    @Test
    void billOfMaterialsHasNoParentAndNoPlugins() {
        assertThat(values(bom, "/project/parent")).isEmpty();
        assertThat(values(bom, "/project/build")).isEmpty();
    }

    @Test
    void billOfMaterialsListsEveryPublishedModule() {
        List<String> published = new ArrayList<>(values(parent, "/project/modules/module"));
        published.removeAll(List.of("ovsdb-bom", "ovsdb-benchmarks"));
        assertThat(values(bom, "//dependencyManagement/dependencies/dependency/artifactId"))
                .containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void everyVersionIsKeptInTheParent() {
        for (String module : values(parent, "/project/modules/module")) {
            if (module.equals("ovsdb-bom")) continue;
            assertThat(values(pom(Sources.file(module + "/pom.xml")), "//dependency/version | //plugin/version"))
                    .as("versions in %s", module)
                    .isEmpty();
        }
    }

    @Test
    void everyLibraryIsAModule() {
        for (String module :
                List.of("ovsdb-protocol", "ovsdb-jsonrpc", "ovsdb-client", "ovsdb-server", "ovsdb-conformance")) {
            assertThat(Sources.file(module + "/src/main/java/module-info.java")).exists();
        }
    }

    @Test
    void readmeNamesEveryModule() {
        assertThat(Sources.text(Sources.file("README.md")))
                .contains(values(parent, "/project/modules/module").toArray(String[]::new));
    }

    private List<String> values(Document pom, String path) {
        try {
            NodeList nodes = (NodeList) xpath.evaluate(path, pom, XPathConstants.NODESET);
            List<String> values = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++)
                values.add(nodes.item(i).getTextContent().strip());
            return values;
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static Document pom(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(bytes);
        } catch (Exception e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
