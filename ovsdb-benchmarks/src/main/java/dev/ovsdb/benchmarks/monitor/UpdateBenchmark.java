package dev.ovsdb.benchmarks.monitor;

import dev.ovsdb.server.engine.monitor.HubOptions;
import dev.ovsdb.server.engine.monitor.Monitor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** One transaction of ten rows, and its updates for a hundred monitors that pull at once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // Filled by @Setup.
public class UpdateBenchmark {
    private static final int MONITORS = 100;
    private static final int ROWS = 10;

    /** Whether each monitor has a condition of its own, which all rows meet. */
    @Param({"false", "true"})
    boolean conditions;

    private Northbound database;
    private final List<Monitor> monitors = new ArrayList<>();
    private int number;

    @Setup
    public void open() {
        database = new Northbound(300, HubOptions.DEFAULTS);
        for (int i = 0; i < MONITORS; i++) {
            String where = conditions ? "'where':[['name','!=','x" + i + "']]" : "";
            String params = "['OVN_Northbound'," + i + ",{'Logical_Switch_Port':[{" + where + "}]}]";
            monitors.add(database.open(params).monitor());
        }
    }

    @Benchmark
    public void update(Blackhole hole) {
        number++;
        database.update(number * ROWS, ROWS, "v" + number);
        long version = database.store.publishedVersion();
        for (Monitor monitor : monitors) {
            monitor.pull(version, (method, params) -> hole.consume(params));
        }
    }
}
