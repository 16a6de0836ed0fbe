package dev.ovsdb.testkit.recording;

import static dev.ovsdb.testkit.database.Town.house;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.OvsdbClientBuilder;
import dev.ovsdb.client.monitor.MonitorListener;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import dev.ovsdb.protocol.operation.Select;
import java.util.concurrent.LinkedBlockingQueue;

/** A client that has a conversation about the town, the same each time but for the floors. */
final class Program {
    private Program() {}

    static void run(String remote) {
        run(remote, 2);
    }

    static void run(String remote, long floors) {
        run(OvsdbClient.builder().remotes(remote), floors);
    }

    static void run(OvsdbClientBuilder builder, long floors) {
        try (BlockingOvsdbClient client = builder.connectBlocking()) {
            client.listDbs();
            MonitorRequests everything = MonitorRequests.of(client.schema("Town"));
            MonitorListener listener = MonitorListener.of(new LinkedBlockingQueue<>()::add);
            client.async().monitorCond("Town", everything, listener).join();
            client.transact("Town", house("Mill Lane 4", floors), house("Mill Lane 5", 1));
            client.transact("Town", house("Mill Lane 6", 99)); // Refused: too high.
            client.transact("Town", Select.from("House").everyRow().build());
        }
    }
}
