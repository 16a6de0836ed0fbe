package dev.ovsdb.benchmarks.idl;

import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.benchmarks.harness.Processes;
import dev.ovsdb.benchmarks.workload.Target;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.change.RowChange;

/** How long it takes to hear of all changes, of how many it hears, and the CPU of the whole process meanwhile. */
final class FollowTask extends Observer {
    private long heard;
    private long start;
    private long startCpu;

    static Idl run(Target target) throws InterruptedException {
        Idl idl = ReplicaDriver.live(target);
        new FollowTask().observe(idl);
        return idl;
    }

    @Override
    void begin() {
        heard = 0;
        start = System.nanoTime();
        startCpu = Processes.ownCpuNanos();
    }

    @Override
    void change(RowChange change) {
        heard++;
    }

    @Override
    Figures end() {
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = (Processes.ownCpuNanos() - startCpu) / 1e9;
        return Figures.of("seconds", seconds, "CPU", cpu, "changes", heard);
    }
}
