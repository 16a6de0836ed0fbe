package dev.ovsdb.benchmarks.harness;

import java.util.Arrays;

/** Latencies in nanoseconds. */
public final class Times {
    private long[] nanos = new long[1 << 16];
    private int count;

    public void add(long time) {
        if (count == nanos.length) nanos = Arrays.copyOf(nanos, 2 * count);
        nanos[count++] = time;
    }

    public int count() {
        return count;
    }

    /** The microseconds that this share of the latencies does not exceed; 0 if there are none. */
    public double micros(double share) {
        if (count == 0) return 0;
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1, Math.ceil(count * share))] / 1e3;
    }
}
