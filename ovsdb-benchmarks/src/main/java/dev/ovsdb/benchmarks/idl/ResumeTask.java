package dev.ovsdb.benchmarks.idl;

import dev.ovsdb.benchmarks.workload.Target;
import dev.ovsdb.idl.Idl;
import java.util.concurrent.CompletableFuture;

/** Says when it has what was missed while the connection was lost: when a mark is there, which came last. */
final class ResumeTask {
    private ResumeTask() {}

    static Idl run(Target target) {
        Idl idl = ReplicaDriver.live(target);
        CompletableFuture<Long> moment = new CompletableFuture<>();
        idl.listen(Marks.TABLE, Runnable::run, changes -> {
            if (!changes.rows().isEmpty()) moment.complete(System.nanoTime());
        });
        System.out.println(Work.LIVE);
        System.out.println("moment " + moment.join());
        return idl;
    }
}
