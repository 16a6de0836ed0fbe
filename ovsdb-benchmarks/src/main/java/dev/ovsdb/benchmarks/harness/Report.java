package dev.ovsdb.benchmarks.harness;

import java.util.Locale;

/**
 * What one run of one driver saw; also the one line in which a driver's process says so.
 *
 * @param perSecond transactions answered a second
 * @param cpuMicros microseconds of the client process's CPU for each
 * @param p50Micros median latency
 * @param p99Micros latency that 1 % exceeded
 */
public record Report(double perSecond, double cpuMicros, long p50Micros, long p99Micros) {
    private static final String TAG = "report";

    String toLine() {
        return String.format(Locale.ROOT, "%s %.1f %.2f %d %d", TAG, perSecond, cpuMicros, p50Micros, p99Micros);
    }

    /** Reads what {@link #toLine} wrote. */
    public static Report parse(String line) {
        String[] fields = line.trim().split(" ");
        if (fields.length != 5 || !fields[0].equals(TAG)) {
            throw new IllegalArgumentException("expected \"report RATE CPU P50 P99\", got \"" + line + "\"");
        }
        return new Report(
                Double.parseDouble(fields[1]),
                Double.parseDouble(fields[2]),
                Long.parseLong(fields[3]),
                Long.parseLong(fields[4]));
    }

    public static boolean isLine(String line) {
        return line.startsWith(TAG + " ");
    }
}
