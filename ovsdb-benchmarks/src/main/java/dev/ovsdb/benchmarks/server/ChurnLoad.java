package dev.ovsdb.benchmarks.server;

import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.benchmarks.workload.Peer;
import dev.ovsdb.benchmarks.workload.Target;

/** Connect, ask for the schema, monitor a little, disconnect: one after the other. */
record ChurnLoad() implements Load {
    @Override
    public Figures run(Target target) throws Exception {
        during(target, target.warmUp());
        long start = System.nanoTime();
        long count = during(target, target.seconds());
        return Figures.of("rate", count / ((System.nanoTime() - start) / 1e9));
    }

    private static long during(Target target, double seconds) throws Exception {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long count = 0;
        while (System.nanoTime() - end < 0) {
            try (Peer peer = Peer.open(target)) {
                peer.send("{'id':1,'method':'get_schema','params':['OVN_Northbound']}");
                peer.await();
                peer.send(
                        "{'id':2,'method':'monitor_cond','params':['OVN_Northbound','m',{'NB_Global':[{'columns':['nb_cfg']}]}]}");
                peer.await();
            }
            count++;
        }
        return count;
    }
}
