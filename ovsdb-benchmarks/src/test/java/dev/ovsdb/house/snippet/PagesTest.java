package dev.ovsdb.house.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples' own machinery: an example that is wrong must not pass unseen. */
class PagesTest {
    private static final List<String> PAGE = List.of(
            "Text.",
            "```java",
            "import java.util.List;",
            "record Pair(int a, int b) {}",
            "System.out.println(new Pair(1, 2) + List.of().toString());",
            "```",
            "",
            "```text",
            "Pair[a=1, b=2][]",
            "```",
            "```",
            "no Java",
            "```");

    @TempDir
    private Path folder;

    @Test
    void blockIsFoundWithItsPlaceAndItsOutput() {
        List<Snippet> found = Pages.snippets("page.md", PAGE);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).place()).isEqualTo("page.md:3");
        assertThat(found.get(0).output()).contains("Pair[a=1, b=2][]");
    }

    @Test
    void blockIsCompiledAndRun() throws Exception {
        assertThat(new SnippetRunner(folder).run(Pages.snippets("page.md", PAGE).get(0)))
                .isEqualTo("Pair[a=1, b=2][]" + System.lineSeparator());
    }

    @Test
    void blockIsCompiledWithTheTypesOfTheSchemaAboveIt() throws Exception {
        List<String> page = List.of(
                "```json",
                "{\"name\": \"Pond\", \"tables\": {\"Fish\": {\"columns\": {\"name\": {\"type\": \"string\"}}}}}",
                "```",
                "```java",
                "import pond.FishTable;",
                "System.out.print(FishTable.NAME);",
                "```",
                "```java",
                "System.out.print(1);",
                "```");
        List<Snippet> found = Pages.snippets("page.md", page);
        assertThat(found.get(0).schema()).isPresent();
        assertThat(found.get(1).schema()).isEmpty();
        assertThat(new SnippetRunner(folder).run(found.get(0))).isEqualTo("Fish.name");
    }

    @Test
    void blockThatDoesNotCompileIsAFailureThatNamesItsPlace() {
        List<String> page = List.of("```java", "int x = \"text\";", "```");
        assertThatThrownBy(() -> new SnippetRunner(folder)
                        .run(Pages.snippets("page.md", page).get(0)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("page.md:2")
                .hasMessageContaining("int x");
    }

    @Test
    void blockThatThrowsIsAFailure() {
        List<String> page = List.of("```java", "throw new IllegalStateException(\"boom\");", "```");
        assertThatThrownBy(() -> new SnippetRunner(folder)
                        .run(Pages.snippets("page.md", page).get(0)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("boom");
    }

    @Test
    void blockWithoutEndIsRefused() {
        assertThatThrownBy(() -> Pages.snippets("page.md", List.of("", "```java", "int x;")))
                .hasMessageContaining("page.md:2");
    }
}
