package dev.ovsdb.benchmarks.server;

import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.benchmarks.harness.Times;
import dev.ovsdb.benchmarks.workload.Peer;
import dev.ovsdb.benchmarks.workload.Target;
import dev.ovsdb.benchmarks.workload.Template;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Inserts that are due at 1,000 a second while the server does something long: how late their answers are, counted from when each
 * was due.
 *
 * @param compact whether that is a compaction, and not the initial contents for a client
 */
record StallLoad(boolean compact) implements Load {
    private static final long INTERVAL = 1_000_000;
    private static final int LONGEST = 512; // Of a request.
    private static final Template INSERT = Template.transact(
            "{'op':'insert','table':'Logical_Switch','row':{'name':'s#','external_ids':['map',[['owner','bench']]]}}");

    @Override
    public Figures run(Target target) throws Exception {
        try (Peer peer = Peer.open(target)) {
            pace(
                    peer,
                    CompletableFuture.runAsync(() -> LockSupport.parkNanos((long) (target.warmUp() * 1e9))),
                    new Times());
            Times times = new Times();
            long start = System.nanoTime();
            CompletableFuture<Void> work = CompletableFuture.runAsync(() -> work(target));
            double seconds = pace(peer, work, times) - start;
            return Figures.of(
                    "p50",
                    times.micros(0.5),
                    "p99",
                    times.micros(0.99),
                    "max",
                    times.micros(1),
                    "seconds",
                    seconds / 1e9);
        }
    }

    private void work(Target target) {
        try {
            if (compact) {
                try (Peer control = Peer.open(new Target(target.control(), "", null, 0, 0, 0))) {
                    control.ask("{'id':0,'method':'ovsdb-server/compact','params':[]}");
                }
            } else {
                new InitialLoad(1, false, false).measure(target);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends when due, whether or not what was sent before is answered; returns when the work was done. */
    private static double pace(Peer peer, CompletableFuture<Void> work, Times times) throws Exception {
        long[] doneAt = new long[1];
        CompletableFuture<Void> noted = work.thenRun(() -> doneAt[0] = System.nanoTime());
        long start = System.nanoTime();
        long sent = 0;
        long answered = 0;
        peer.selectable().orElseThrow().configureBlocking(false);
        while (!noted.isDone() || answered < sent) {
            long now = System.nanoTime();
            while (!noted.isDone() && start + sent * INTERVAL <= now && peer.hasRoom(LONGEST))
                peer.add(INSERT.fill((int) sent++, 0));
            peer.flushSome(); // Never waits: a server that is not read takes no more either.
            int ended = peer.read();
            now = System.nanoTime();
            for (int i = 0; i < ended; i++) times.add(now - start - answered++ * INTERVAL);
            if (ended == 0) LockSupport.parkNanos(50_000);
        }
        noted.get();
        return doneAt[0];
    }
}
