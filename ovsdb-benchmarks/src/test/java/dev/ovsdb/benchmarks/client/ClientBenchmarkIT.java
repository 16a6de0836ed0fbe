package dev.ovsdb.benchmarks.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.testkit.junit.RequiresPeer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The comparison's short form: that it still runs, not what it measures. */
@RequiresPeer({"ovsdb-server", "python3-ovs"})
class ClientBenchmarkIT {
    @Test
    void everyWorkloadReportsBothContenders() throws Exception {
        List<Contender> contenders =
                List.of(Contender.ours(), Contender.python(Path.of("").toAbsolutePath()));
        for (Workload workload : Workload.values()) {
            Results results = new ClientBenchmark(contenders, 1, "0.2", "0.3").run(workload);
            assertThat(results.table(workload.line()).lines())
                    .hasSize(3)
                    .allSatisfy(line -> assertThat(line).doesNotContain("NaN"));
        }
    }
}
