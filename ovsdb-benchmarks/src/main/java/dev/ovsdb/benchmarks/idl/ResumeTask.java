package dev.ovsdb.benchmarks.idl;

import dev.ovsdb.benchmarks.workload.Target;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.change.RowChange;
import java.util.concurrent.CountDownLatch;

/** Says when it has what was missed while the connection was lost: when a mark is there, which came last. */
final class ResumeTask {
    private ResumeTask() {}

    static Idl run(Target target) throws InterruptedException {
        Idl idl = ReplicaDriver.live(target);
        CountDownLatch ended = new CountDownLatch(1);
        idl.listen(Marks.TABLE, Runnable::run, changes -> {
            long now = System.nanoTime();
            for (RowChange change : changes.rows()) {
                System.out.println("moment " + now);
                if (change.row().get("name").asString().equals(Marks.END)) ended.countDown();
            }
        });
        System.out.println(Work.LIVE);
        ended.await();
        return idl;
    }
}
