package dev.ovsdb.benchmarks.idl;

import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.benchmarks.harness.Processes;
import dev.ovsdb.benchmarks.workload.Target;
import dev.ovsdb.idl.Idl;
import java.io.IOException;

/**
 * From nothing to in sync: the time, and the CPU of the whole process meanwhile, compilers and collector included. With a warm-up the
 * first replica, of a cold process, is measured too, others follow for as long as it lasts, and the last one counts.
 */
final class LoadTask {
    private LoadTask() {}

    static Idl run(Target target) throws IOException {
        long empty = Processes.ownLiveHeap(); // Before any: of one that was closed something may be there a while.
        if (target.warmUp() == 0) return last(target, empty, Figures.of());
        long warm = System.nanoTime() + (long) (target.warmUp() * 1e9);
        Figures cold = cold(target);
        while (System.nanoTime() - warm < 0) end(Loaded.now(target).idl());
        return last(target, empty, cold);
    }

    private static Figures cold(Target target) {
        Loaded first = Loaded.now(target);
        end(first.idl());
        return Figures.of("cold-seconds", first.seconds(), "cold-CPU", first.cpu());
    }

    private static void end(Idl idl) {
        idl.close();
        idl.client().closed().join();
    }

    private static Idl last(Target target, long empty, Figures before) throws IOException {
        Loaded loaded = Loaded.now(target);
        double bytesARow = (Processes.ownLiveHeap() - empty) / (double) target.rows();
        Figures figures = Figures.of("seconds", loaded.seconds(), "CPU", loaded.cpu());
        for (var each : before.values().entrySet()) figures = figures.with(each.getKey(), each.getValue());
        System.out.println(figures.with("row-bytes", bytesARow)
                .with(
                        "RSS-MB",
                        Processes.residentMegabytes(ProcessHandle.current().pid()))
                .toLine());
        return loaded.idl();
    }

    private record Loaded(Idl idl, double seconds, double cpu) {
        static Loaded now(Target target) {
            long cpu = Processes.ownCpuNanos();
            long start = System.nanoTime();
            Idl idl = ReplicaDriver.live(target);
            return new Loaded(idl, (System.nanoTime() - start) / 1e9, (Processes.ownCpuNanos() - cpu) / 1e9);
        }
    }
}
