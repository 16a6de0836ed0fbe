package dev.ovsdb.client.huge;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.monitor.MonitorSpec;
import dev.ovsdb.protocol.monitor.MonitorRequest;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import dev.ovsdb.protocol.operation.Select;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The program with the small heap: counts the rows of one huge reply. */
final class HugeReplyReader {
    private HugeReplyReader() {}

    public static void main(String[] args) {
        AtomicLong rows = new AtomicLong();
        try (BlockingOvsdbClient client =
                OvsdbClient.builder().remotes("tcp:127.0.0.1:" + args[0]).connectBlocking()) {
            if (args[1].equals("monitor")) {
                MonitorRequests everything = MonitorRequests.of("T", MonitorRequest.columns("name"));
                client.monitor(MonitorSpec.of("db", everything), (table, row, update) -> rows.incrementAndGet());
            } else {
                client.transact(
                        "db", List.of(Select.from("T").everyRow().build()), (operation, row) -> rows.incrementAndGet());
            }
        }
        System.out.println("rows " + rows);
    }
}
