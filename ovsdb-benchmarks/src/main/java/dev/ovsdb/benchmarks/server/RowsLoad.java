package dev.ovsdb.benchmarks.server;

/** The rows of the workload put in by transactions of 32 operations, eight outstanding; into an empty database. */
record RowsLoad(int rows) implements Load {
    @Override
    public Figures run(Target target) throws Exception {
        int units = Math.max(4, (int) (rows * Math.min(1, target.seconds() / 5)) / Units.ROWS);
        byte[][] requests = new byte[units][];
        for (int unit = 0; unit < units; unit++) {
            requests[unit] = ("{\"id\":" + unit + ",\"method\":\"transact\",\"params\":[\"OVN_Northbound\","
                            + Units.operations(unit) + "]}")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
        try (Peer peer = Peer.open(target)) {
            long start = System.nanoTime();
            int sent = 0;
            for (int answered = 0; answered < units; ) {
                while (sent < units && sent - answered < 8) peer.add(requests[sent++]);
                peer.flush();
                answered += peer.read();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            PipelinedLoad.check(peer.ask(
                    "{'id':1,'method':'transact','params':['OVN_Northbound',{'op':'wait','timeout':0,'table':'Logical_Switch','where':[['_uuid','==',['uuid','"
                            + Units.switchUuid(units - 1)
                            + "']]],'columns':['name'],'until':'==','rows':[{'name':'switch" + (units - 1) + "'}]}]}"));
            return Figures.of("rate", units * (double) Units.ROWS / seconds);
        }
    }
}
