package dev.ovsdb.benchmarks.server;

import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.benchmarks.workload.Peer;
import dev.ovsdb.benchmarks.workload.Target;
import dev.ovsdb.benchmarks.workload.Units;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Clients with a long condition of UUIDs, of which each changes its last: one row leaves and one comes. Changes answered a second, one
 * at a time by each.
 */
record ConditionLoad(int clients, int length) implements Load {
    @Override
    public Figures run(Target target) throws Exception {
        List<Peer> peers = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Peer peer = Peer.open(target);
            peer.send(
                    "{'id':1,'method':'monitor_cond','params':['OVN_Northbound','m',{'Logical_Switch_Port':[{'where':["
                            + uuids(0, count(target, length)) + "]}]}]}");
            peer.awaitReply();
            peers.add(peer);
        }
        during(target, peers, target.warmUp(), 1);
        return during(target, peers, target.seconds(), 1_000);
    }

    private Figures during(Target target, List<Peer> peers, double seconds, int from) throws IOException {
        long begun = System.nanoTime();
        long end = begun + (long) (seconds * 1e9);
        long count = 0;
        int kept = count(target, length + 1) - 1;
        byte[] start =
                bytes("{'id':2,'method':'monitor_cond_change','params':['m','m',{'Logical_Switch_Port':[{'where':["
                        + uuids(0, kept) + ",");
        for (int step = from; System.nanoTime() - end < 0; step++) {
            int last = kept + step % (target.ports() - kept - 1);
            byte[] rest = bytes(uuids(last, last + 1) + "]}]}]}");
            for (Peer peer : peers) {
                peer.add(start);
                peer.add(rest);
                peer.flush();
            }
            for (Peer peer : peers) {
                peer.awaitReply(); // The update with the row that came in came before.
                count++;
            }
        }
        return Figures.of("rate", count / ((System.nanoTime() - begun) / 1e9));
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.US_ASCII);
    }

    /** How many UUIDs there can be in a condition, so that as many ports are left out of it. */
    private static int count(Target target, int wanted) {
        return Math.min(wanted, target.ports() / 2);
    }

    private static String uuids(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "['_uuid','==',['uuid','" + Units.portUuid(i) + "']]")
                .collect(Collectors.joining(","));
    }
}
