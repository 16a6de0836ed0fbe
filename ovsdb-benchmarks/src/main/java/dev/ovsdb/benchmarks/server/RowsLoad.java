package dev.ovsdb.benchmarks.server;

import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.benchmarks.workload.Peer;
import dev.ovsdb.benchmarks.workload.Target;
import dev.ovsdb.benchmarks.workload.Units;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The rows of the workload put in by transactions of 32 operations, eight outstanding; into an empty database, from which a part of
 * them were deleted again, once or more, to warm up.
 */
record RowsLoad(int rows) implements Load {
    private static final int OUTSTANDING = 8;
    private static final int WARM_UNITS = 320;
    private static final String DELETE = "{'id':1,'method':'transact','params':['OVN_Northbound',"
            + "{'op':'delete','table':'Logical_Switch','where':[]},{'op':'delete','table':'Port_Group','where':[]},"
            + "{'op':'delete','table':'Address_Set','where':[]}]}";

    @Override
    public Figures run(Target target) throws Exception {
        int units = Math.max(4, (int) (rows * Math.min(1, target.seconds() / 5)) / Units.ROWS);
        byte[][] requests = new byte[units][];
        for (int unit = 0; unit < units; unit++) {
            requests[unit] = ("{\"id\":" + unit + ",\"method\":\"transact\",\"params\":[\"OVN_Northbound\","
                            + Units.operations(unit) + "]}")
                    .getBytes(StandardCharsets.UTF_8);
        }
        try (Peer peer = Peer.open(target)) {
            long warm = System.nanoTime() + (long) (target.warmUp() * 1e9);
            while (System.nanoTime() - warm < 0) {
                load(peer, requests, Math.min(units, WARM_UNITS));
                PipelinedLoad.check(peer.ask(DELETE));
            }
            long start = System.nanoTime();
            load(peer, requests, units);
            double seconds = (System.nanoTime() - start) / 1e9;
            PipelinedLoad.check(peer.ask(
                    "{'id':1,'method':'transact','params':['OVN_Northbound',{'op':'wait','timeout':0,'table':'Logical_Switch','where':[['_uuid','==',['uuid','"
                            + Units.switchUuid(units - 1)
                            + "']]],'columns':['name'],'until':'==','rows':[{'name':'switch" + (units - 1) + "'}]}]}"));
            return Figures.of("rate", units * (double) Units.ROWS / seconds);
        }
    }

    private static void load(Peer peer, byte[][] requests, int count) throws IOException {
        int sent = 0;
        for (int answered = 0; answered < count; ) {
            while (sent < count && sent - answered < OUTSTANDING) peer.add(requests[sent++]);
            peer.flush();
            answered += peer.read();
        }
    }
}
