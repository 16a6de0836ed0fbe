package dev.ovsdb.benchmarks.idl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.testkit.junit.RequiresPeer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The comparison's short form, one line of each kind: that they still run and both end with the same, not what they measure. */
@RequiresPeer({"ovsdb-server", "python3-ovs"})
class ReplicaBenchmarkIT {
    private static final Set<Line> LINES = EnumSet.of(Line.LOAD_10K, Line.FOLLOW, Line.LAG, Line.READ, Line.RESUME);

    @Test
    @Timeout(120)
    void eachKindOfLineReportsBothReplicas(@TempDir Path folder) throws Exception {
        var contenders = Contender.all(Path.of("").toAbsolutePath().getParent());
        ReplicaBenchmark benchmark = new ReplicaBenchmark(contenders, folder, true, 1, 0.1);
        for (Line line : LINES) {
            assertThat(benchmark.run(line).table()).contains("ours", "python").doesNotContain("NaN");
        }
    }
}
