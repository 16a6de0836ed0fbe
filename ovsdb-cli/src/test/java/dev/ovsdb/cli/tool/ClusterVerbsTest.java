package dev.ovsdb.cli.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterVerbsTest {
    @ParameterizedTest
    @ValueSource(strings = {"create-cluster", "join-cluster", "check-cluster", "cluster-to-standalone"})
    void whatIsForClustersSaysThatItIsNotThere(String verb) {
        var err = new ByteArrayOutputStream();
        int status = Main.run(
                List.of("tool", verb, "db", "schema", "tcp:127.0.0.1:6644"),
                InputStream.nullInputStream(),
                new ByteArrayOutputStream(),
                err,
                Map.of());
        assertThat(status).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("'" + verb + "' command is not available: this program keeps standalone databases only");
    }
}
