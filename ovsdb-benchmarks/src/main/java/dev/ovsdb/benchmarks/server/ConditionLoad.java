package dev.ovsdb.benchmarks.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Clients that each add one UUID after the other to a long condition: changes answered a second, one at a time by each. */
record ConditionLoad(int clients, int length) implements Load {
    @Override
    public Figures run(Target target) throws Exception {
        List<Peer> peers = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Peer peer = Peer.open(target);
            peer.send(
                    "{'id':1,'method':'monitor_cond','params':['OVN_Northbound','m',{'Logical_Switch_Port':[{'where':["
                            + clauses(target, 0, length) + "]}]}]}");
            peer.awaitReply();
            peers.add(peer);
        }
        during(target, peers, target.warmUp(), 1);
        return during(target, peers, target.seconds(), 1_000);
    }

    private Figures during(Target target, List<Peer> peers, double seconds, int from) throws IOException {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long count = 0;
        for (int step = from; System.nanoTime() - end < 0; step++) {
            String change =
                    "{'id':2,'method':'monitor_cond_change','params':['m','m',{'Logical_Switch_Port':[{'where':["
                            + clauses(target, step, length + 1) + "]}]}]}";
            byte[] bytes = change.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            for (Peer peer : peers) {
                peer.add(bytes);
                peer.flush();
            }
            for (Peer peer : peers) {
                peer.awaitReply(); // The update with the row that came in came before.
                count++;
            }
        }
        return Figures.of("rate", count / ((System.nanoTime() - start) / 1e9));
    }

    /** All but the last stay the same, so that one row leaves and one comes with each change; none comes twice in a condition. */
    private static String clauses(Target target, int step, int wanted) {
        int ports = target.ports();
        int count = Math.min(wanted, ports / 2);
        return IntStream.range(0, count)
                .map(i -> i < count - 1 ? i : i + step % (ports - count))
                .mapToObj(i -> "['_uuid','==',['uuid','" + Units.portUuid(i) + "']]")
                .collect(Collectors.joining(","));
    }
}
