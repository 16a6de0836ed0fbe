package dev.ovsdb.house.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.house.Sources;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of schemas of their own on our server, so that they are run where nothing is installed; see {@link SnippetsIT}. */
class TypedSnippetsTest {
    @TempDir
    private Path folder;

    static List<Snippet> examples() {
        return Pages.snippets(Sources.ROOT).stream()
                .filter(one -> one.schema().isPresent())
                .toList();
    }

    @Test
    void readmeHasOne() {
        assertThat(examples()).anyMatch(one -> one.place().startsWith("README.md"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void worksAsPrinted(Snippet example) throws Exception {
        try (SnippetServer server = SnippetServer.ours(example.schema().orElseThrow())) {
            example.with(example.code().replace(Snippet.SERVER, server.remote()))
                    .requireOutput(new SnippetRunner(folder));
        }
    }
}
