package dev.ovsdb.benchmarks.server;

import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.benchmarks.harness.Times;
import dev.ovsdb.benchmarks.workload.Peer;
import dev.ovsdb.benchmarks.workload.Target;
import dev.ovsdb.benchmarks.workload.Template;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Keeps a fixed number of requests outstanding on each of some connections.
 *
 * <p>Every answer is counted, and all must be about as long as the first, which is looked at: an error has another length.
 *
 * @param templates the requests, sent in turn
 * @param keys how many keys there are; requests go through them in order
 * @param requests how many to send in all, 0 for as many as there is time for
 */
record PipelinedLoad(
        List<Template> templates,
        Function<Target, List<String>> preparation,
        int connections,
        int outstanding,
        ToIntFunction<Target> keys,
        int requests)
        implements Load {
    static PipelinedLoad of(int connections, int outstanding, Template template, ToIntFunction<Target> keys) {
        return new PipelinedLoad(List.of(template), unused -> List.of(), connections, outstanding, keys, 0);
    }

    @Override
    public Figures run(Target target) throws Exception {
        List<Peer> peers = new ArrayList<>();
        for (int i = 0; i < connections; i++) peers.add(Peer.open(target));
        for (String request : preparation.apply(target)) check(peers.get(0).ask(request));
        Run run = new Run(peers, keys.applyAsInt(target));
        run.first();
        if (requests == 0) run.during(target.warmUp(), Integer.MAX_VALUE);
        Figures figures = run.during(requests == 0 ? target.seconds() : Double.MAX_VALUE, requests);
        for (Peer peer : peers) peer.close();
        return figures;
    }

    static void check(String reply) {
        if (reply.contains("\"error\":\"") || reply.contains("\"error\":{"))
            throw new IllegalStateException("the server answered " + reply.substring(0, Math.min(300, reply.length())));
    }

    private final class Run {
        private final List<Peer> peers;
        private final int keyCount;
        private int next;
        private long expectedLength;

        Run(List<Peer> peers, int keyCount) {
            this.peers = peers;
            this.keyCount = Math.max(1, keyCount);
        }

        void first() throws IOException {
            for (int i = 0; i < templates.size(); i++) {
                String reply = peers.get(0).ask(new String(request(), java.nio.charset.StandardCharsets.UTF_8));
                check(reply);
                expectedLength += reply.length();
            }
            expectedLength /= templates.size();
        }

        private byte[] request() {
            int number = next++;
            return templates
                    .get(number % templates.size())
                    .fill(number / templates.size(), number / templates.size() % keyCount);
        }

        Figures during(double seconds, int most) throws IOException {
            Times times = new Times();
            long bytesBefore = bytes();
            long start = System.nanoTime();
            long end = seconds > 1e6 ? Long.MAX_VALUE : start + (long) (seconds * 1e9);
            long count = connections == 1 ? alone(end, most, times) : together(end, times);
            double elapsed = (System.nanoTime() - start) / 1e9;
            double length = (bytes() - bytesBefore) / (double) count;
            if (Math.abs(length - expectedLength) > 0.2 * expectedLength + 4)
                throw new IllegalStateException("answers of " + length + " bytes instead of " + expectedLength);
            Figures rate = Figures.of("rate", count / elapsed);
            return times.count() == 0 // Of several connections together only the rate is taken.
                    ? rate
                    : rate.with("p50", times.micros(0.5)).with("p99", times.micros(0.99));
        }

        private long bytes() {
            return peers.stream().mapToLong(Peer::bytes).sum();
        }

        private long alone(long end, int most, Times times) throws IOException {
            Peer peer = peers.get(0);
            long[] sentAt = new long[outstanding];
            long sent = 0;
            long answered = 0;
            while (true) {
                long now = System.nanoTime();
                boolean more = now - end < 0 && sent < (most == 0 ? Integer.MAX_VALUE : most);
                if (!more && sent == answered) return answered;
                while (more && sent - answered < outstanding) {
                    sentAt[(int) (sent++ % outstanding)] = now;
                    peer.add(request());
                }
                peer.flush();
                int ended = peer.read();
                long then = System.nanoTime();
                for (int i = 0; i < ended; i++) times.add(then - sentAt[(int) (answered++ % outstanding)]);
            }
        }

        private long together(long end, Times times) throws IOException {
            try (Selector selector = Selector.open()) {
                for (Peer peer : peers) {
                    peer.selectable().orElseThrow().configureBlocking(false);
                    peer.selectable().orElseThrow().register(selector, SelectionKey.OP_READ, peer);
                    for (int i = 0; i < outstanding; i++) peer.add(request());
                    peer.flush();
                }
                long waiting = (long) connections * outstanding;
                long answered = 0;
                while (waiting > 0) {
                    selector.select();
                    boolean more = System.nanoTime() - end < 0;
                    for (SelectionKey key : selector.selectedKeys()) {
                        Peer peer = (Peer) key.attachment();
                        int ended = peer.read();
                        answered += ended;
                        if (!more) waiting -= ended;
                        for (int i = 0; more && i < ended; i++) peer.add(request());
                        peer.flush();
                    }
                    selector.selectedKeys().clear();
                }
                for (SelectionKey key : selector.keys()) key.cancel();
                selector.selectNow();
                for (Peer peer : peers) peer.selectable().orElseThrow().configureBlocking(true);
                return answered;
            }
        }
    }
}
