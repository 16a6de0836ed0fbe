package dev.ovsdb.benchmarks.server;

import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.benchmarks.harness.Times;
import dev.ovsdb.benchmarks.workload.Peer;
import dev.ovsdb.benchmarks.workload.Target;
import dev.ovsdb.benchmarks.workload.Template;
import java.util.ArrayList;
import java.util.List;

/** The time from one insert to the last of some monitors that hears of it, one transaction at a time. */
record PacedFanoutLoad(int monitors) implements Load {
    private static final Template INSERT = Template.transact(
            "{'op':'insert','table':'Logical_Switch','row':{'name':'~#','external_ids':['map',[['owner','bench']]]}}");

    @Override
    public Figures run(Target target) throws Exception {
        List<Peer> readers = new ArrayList<>();
        for (int i = 0; i < monitors; i++) {
            Peer reader = Peer.open(target);
            reader.send(MonitorText.switches(""));
            reader.await();
            readers.add(reader);
        }
        Times times = new Times();
        try (Peer writer = Peer.open(target)) {
            int number = pace(writer, readers, 0, target.warmUp(), new Times());
            pace(writer, readers, number, target.seconds(), times);
        }
        for (Peer reader : readers) reader.close();
        return Figures.of("p50", times.micros(0.5), "p99", times.micros(0.99));
    }

    private static int pace(Peer writer, List<Peer> readers, int from, double seconds, Times times) throws Exception {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        int number = from;
        while (System.nanoTime() - end < 0) {
            long start = System.nanoTime();
            writer.add(INSERT.fill(number++, 0));
            writer.flush();
            for (Peer reader : readers) while (reader.marks() < number) reader.readRows();
            times.add(System.nanoTime() - start);
            writer.await();
        }
        return number;
    }
}
