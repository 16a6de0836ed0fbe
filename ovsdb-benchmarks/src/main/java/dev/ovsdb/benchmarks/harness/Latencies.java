package dev.ovsdb.benchmarks.harness;

import java.util.concurrent.atomic.AtomicLongArray;

/** Counts of latencies by microsecond, up to a second; any thread may add. */
final class Latencies {
    private static final int LIMIT = 1_000_000;

    private final AtomicLongArray counts = new AtomicLongArray(LIMIT + 1);

    void add(long nanos) {
        counts.incrementAndGet((int) Math.min(nanos / 1_000, LIMIT));
    }

    long total() {
        long total = 0;
        for (int i = 0; i <= LIMIT; i++) {
            total += counts.get(i);
        }
        return total;
    }

    /** The latency in microseconds below which the share of all lies; 0 if there are none. */
    long quantile(double share) {
        long wanted = (long) Math.ceil(total() * share);
        long seen = 0;
        for (int i = 0; i <= LIMIT; i++) {
            seen += counts.get(i);
            if (seen >= wanted) {
                return i;
            }
        }
        return LIMIT;
    }
}
