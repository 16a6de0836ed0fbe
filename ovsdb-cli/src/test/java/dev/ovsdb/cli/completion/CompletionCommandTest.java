package dev.ovsdb.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(String... arguments) {
        return Main.run(List.of(arguments), new ByteArrayInputStream(new byte[0]), out, err, Map.of());
    }

    @Test
    void theScriptKnowsVerbsOptionsAndTheirValues() {
        assertThat(run("completion")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("get-schema-cksum", "monitor-cond-since", "--max-column-width", "\"table\" \"list\"");
    }

    @Test
    void theToolsVerbsAreKnownToo() {
        assertThat(run("completion", "ovsdb-tool")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("db-is-standalone", "show-log", "--rbac-role");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ovsdb", "ovsdb-client", "ovsdb-tool"})
    void bashTakesTheScript(String program) throws Exception {
        assertThat(run("completion", program)).isZero();
        Path script = folder.resolve("completion.bash");
        Files.write(script, out.toByteArray());
        Process bash = new ProcessBuilder("bash", "-c", "source " + script + " && complete -p " + program)
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        assertThat(said).contains("-F").endsWith(program + "\n");
    }

    @Test
    void anUnknownProgramIsRefused() {
        assertThat(run("completion", "ovs-vsctl")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("ovsdb: completion: expected one of ovsdb, ovsdb-client, ovsdb-tool\n");
    }
}
