package dev.ovsdb.benchmarks.idl;

import dev.ovsdb.benchmarks.harness.DriverProcess;
import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.benchmarks.workload.Template;
import java.io.IOException;
import java.util.Map;

/**
 * A writer that keeps 64 transactions outstanding: three times as many to warm up as to measure.
 *
 * @param keys how many rows there are to change, in turn
 */
record FullSpeed(String socket, Template template, int keys, double seconds) implements Work {
    private static final int A_SECOND =
            12_000; // About what a server takes, so that the time asked for is about the time it takes.

    private static final int WARM_UPS = 3;

    @Override
    public Figures run(DriverProcess driver) throws IOException {
        driver.await(LIVE);
        int count = (int) (A_SECOND * seconds);
        try (Writer writer = new Writer(socket)) {
            writer.atFullSpeed(
                    template, WARM_UPS * count, keys); // So many, for a compiler has not all of it after a few seconds.
            writer.mark(Marks.BEGIN);
            driver.await(Marks.BEGIN);
            writer.atFullSpeed(template, count, keys);
            writer.mark(Marks.END);
        }
        return figures(driver.awaitFigures().values(), count);
    }

    private Figures figures(Map<String, Double> seen, int count) {
        double changes = seen.getOrDefault("changes", 0.0);
        boolean canMerge =
                template == Writer.UPDATE; // A server merges changes of one row that a slow client has not read.
        if (changes > count || changes < count && !canMerge)
            throw new IllegalStateException("heard of " + changes + " changes of " + count);
        return Figures.of(
                "rate",
                count / seen.getOrDefault("seconds", 0.0),
                "CPU-us",
                seen.getOrDefault("CPU", 0.0) * 1e6 / count,
                "changes",
                changes);
    }
}
