package dev.ovsdb.benchmarks.monitor;

import dev.ovsdb.server.engine.monitor.HubOptions;
import dev.ovsdb.server.engine.monitor.OpenedMonitor;
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

/** The reply to {@code monitor_cond} of everything, made from the rows, or found ready. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // Filled by @Setup.
public class InitialContentsBenchmark {
    @Param({"100000"})
    int rows;

    /** Whether the same was asked for just before. */
    @Param({"false", "true"})
    boolean primed;

    private Northbound database;
    private int number;

    @Setup
    public void load() {
        HubOptions defaults = HubOptions.DEFAULTS;
        database = new Northbound(
                rows / 32,
                new HubOptions(
                        defaults.historyTransactions(),
                        defaults.stepsApart(),
                        defaults.sliceBytes(),
                        primed ? 128L << 20 : 1));
        System.out.println("bytes: " + reply());
    }

    @Benchmark
    public long reply() {
        if (!primed) {
            database.update(number++, 1, "v" + number); // Another version, of which nothing is ready.
        }
        OpenedMonitor opened = database.open(database.everything("1"));
        long size = Northbound.drain(opened.reply());
        database.hub.close(opened.monitor());
        return size;
    }
}
