package dev.ovsdb.house.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.house.Sources;
import dev.ovsdb.testkit.Peers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's handler serves the real {@code ovsdb-client}, which dumps it (see {@link SnippetsIT}) and monitors it. */
class HandlerSnippetIT {
    private static final String COMMAND = "\"ovsdb-client\", \"dump\"";

    @TempDir
    private Path folder;

    @Test
    void isMonitored() throws Exception {
        Peers.require("ovsdb-client");
        Snippet example = Pages.snippets(Sources.ROOT).stream()
                .filter(one -> one.place().startsWith("README.md") && one.code().contains(COMMAND))
                .findFirst()
                .orElseThrow();
        String code = example.code().replace(COMMAND, "\"timeout\", \"3\", \"ovsdb-client\", \"monitor\"");
        String printed = new SnippetRunner(folder).run(example.with(code));
        assertThat(printed).contains("initial 20").containsPattern("old +20\\s+new +21");
    }
}
