package dev.ovsdb.benchmarks.server;

import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.benchmarks.workload.Peer;
import dev.ovsdb.benchmarks.workload.Target;
import dev.ovsdb.benchmarks.workload.Template;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One writer that inserts rows, 64 outstanding, and monitors that must each hear of every one of them.
 *
 * <p>The rows' names hold their numbers; a monitor has heard all when the count and the sum of the numbers are right.
 *
 * @param distinct whether each monitor has a condition of its own, which every new row meets
 */
record FanoutLoad(int monitors, boolean distinct, int transactions) implements Load {
    private static final long SIGN_OF_LIFE = 2_000_000_000L; // Nanoseconds.
    private static final Template INSERT = Template.transact(
            "{'op':'insert','table':'Logical_Switch','row':{'name':'~#','external_ids':['map',[['owner','bench']]]}}");

    @Override
    public Figures run(Target target) throws Exception {
        // As many rows as make about the seconds asked for, whatever the number of monitors.
        int rows = Math.max(50, (int) (transactions * Math.min(1, target.seconds() / 5)));
        List<Peer> readers = new ArrayList<>();
        for (int i = 0; i < monitors; i++) {
            Peer reader = Peer.open(target);
            reader.send(MonitorText.switches(distinct ? ",'where':[['name','!=','nobody" + i + "']]" : ""));
            reader.await();
            readers.add(reader);
        }
        long start = System.nanoTime();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<Void>> done = new ArrayList<>();
            long sum = (long) rows * (rows - 1) / 2;
            boolean selectable = !target.isTls();
            if (selectable) done.add(threads.submit(reading(readers, rows)));
            else for (Peer reader : readers) done.add(threads.submit(readingAlone(reader, rows)));
            write(target, rows);
            for (Future<Void> each : done) each.get();
            double seconds = (System.nanoTime() - start) / 1e9;
            for (Peer reader : readers) {
                if (reader.marks() != rows || reader.markSum() != sum)
                    throw new IllegalStateException("a monitor saw " + reader.marks() + " rows of " + rows);
                reader.close();
            }
            return Figures.of("rate", rows / seconds * monitors);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void write(Target target, int rows) throws IOException {
        try (Peer writer = Peer.open(target)) {
            int sent = 0;
            int answered = 0;
            while (answered < rows) {
                while (sent < rows && sent - answered < 64) writer.add(INSERT.fill(sent++, 0));
                writer.flush();
                answered += writer.read();
            }
        }
    }

    /** Shows now and then that it is there: it answers no probe, and the reference hangs up on who is silent for ten seconds. */
    private static Callable<Void> readingAlone(Peer reader, int rows) {
        return () -> {
            long heard = System.nanoTime();
            while (reader.marks() < rows) {
                reader.readRows();
                if (System.nanoTime() - heard > SIGN_OF_LIFE) {
                    heard = System.nanoTime();
                    reader.send("{'id':9,'method':'echo','params':[]}");
                }
            }
            return null;
        };
    }

    private static Callable<Void> reading(List<Peer> readers, int rows) {
        return () -> {
            try (Selector selector = Selector.open()) {
                for (Peer reader : readers) {
                    reader.selectable().orElseThrow().configureBlocking(false);
                    reader.selectable().orElseThrow().register(selector, SelectionKey.OP_READ, reader);
                }
                for (int left = readers.size(); left > 0; ) {
                    selector.select();
                    for (SelectionKey key : selector.selectedKeys()) {
                        Peer reader = (Peer) key.attachment();
                        boolean before = reader.marks() < rows;
                        reader.readRows();
                        if (before && reader.marks() >= rows) left--;
                    }
                    selector.selectedKeys().clear();
                }
            }
            return null;
        };
    }
}
