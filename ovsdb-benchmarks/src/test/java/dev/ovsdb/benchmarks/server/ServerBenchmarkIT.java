package dev.ovsdb.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.testkit.junit.RequiresPeer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The comparison's short form, lines of most kinds: that they still run, not what they measure. */
@RequiresPeer("ovsdb-server")
class ServerBenchmarkIT {
    private static final List<String> LINES = List.of(
            "echo64",
            "cms64",
            "insert-c16",
            "big-set-change",
            "fanout10",
            "fanout-paced10",
            "initial1-10k",
            "stall-compact-100k");

    @Test
    @Timeout(300)
    void eachKindOfLineReportsBothServers(@TempDir Path folder) throws Exception {
        Map<String, List<String>> contenders =
                ServerBenchmark.contenders(Path.of("").toAbsolutePath().getParent());
        ServerBenchmark benchmark = new ServerBenchmark(contenders, folder, true, 1, 0.2);
        for (String line : LINES) {
            assertThat(benchmark.run(Line.exactly(line)).table())
                    .contains("ours", "reference")
                    .doesNotContain("NaN");
        }
    }
}
