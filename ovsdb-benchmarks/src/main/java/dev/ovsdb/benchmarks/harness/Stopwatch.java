package dev.ovsdb.benchmarks.harness;

/** Measures elapsed time and the CPU time of this whole process (all threads, collector and compiler included). */
final class Stopwatch {
    private final long start = System.nanoTime();
    private final long startCpu = Processes.ownCpuNanos();
    private final long length;

    Stopwatch(double seconds) {
        this.length = (long) (seconds * 1e9);
    }

    boolean running() {
        return System.nanoTime() - start < length;
    }

    Report report(Latencies latencies) {
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuMicros = (Processes.ownCpuNanos() - startCpu) / 1e3;
        long count = latencies.total();
        return new Report(count / seconds, cpuMicros / count, latencies.quantile(0.5), latencies.quantile(0.99));
    }
}
