package dev.ovsdb.benchmarks.server;

import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.benchmarks.workload.Peer;
import dev.ovsdb.benchmarks.workload.Target;
import dev.ovsdb.benchmarks.workload.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Clients that all at once ask for everything: the time until each has it.
 *
 * @param distinct whether each has a condition of its own, which all rows meet
 * @param primed whether another client monitors the same already
 */
record InitialLoad(int clients, boolean distinct, boolean primed) implements Load {
    @Override
    public Figures run(Target target) throws Exception {
        warmUp(target);
        return measure(target);
    }

    /** Others ask before, one after the other, each for rows by a condition of its own: no contents can be shared with them. */
    private void warmUp(Target target) throws Exception {
        long end = System.nanoTime() + (long) (target.warmUp() * 1e9);
        for (int i = 0; System.nanoTime() - end < 0; i++) {
            try (Peer peer = Peer.open(target)) {
                ask(peer, except(98, i));
            }
        }
    }

    /** Without a warm-up. */
    Figures measure(Target target) throws Exception {
        List<Peer> peers = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Peer peer = Peer.open(target);
            peer.ask("{'id':0,'method':'echo','params':[]}");
            peers.add(peer);
        }
        Peer first = primed ? Peer.open(target) : null;
        if (first != null) ask(first, condition(0));
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            long start = System.nanoTime();
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int number = i;
                done.add(threads.submit(() -> ask(peers.get(number), condition(number))));
            }
            for (Future<?> each : done) each.get();
            double seconds = (System.nanoTime() - start) / 1e9;
            double megabytes = peers.get(0).bytes() / 1e6;
            if (megabytes * 1e6 < 300.0 * target.rows())
                throw new IllegalStateException("only " + megabytes + " MB came");
            for (Peer peer : peers) peer.close();
            if (first != null) first.close();
            return Figures.of("seconds", seconds, "MB", megabytes);
        } finally {
            threads.shutdownNow();
        }
    }

    private String condition(int number) {
        return distinct ? except(99, number) : "";
    }

    /** A condition that all rows meet. */
    private static String except(int table, int number) {
        return "'where':[['_uuid','!=',['uuid','" + Units.uuid(table, number) + "']]]";
    }

    private static Void ask(Peer peer, String condition) throws Exception {
        peer.send(MonitorText.everything(condition));
        peer.awaitReply();
        return null;
    }
}
