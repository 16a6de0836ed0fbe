package dev.ovsdb.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.monitor.MonitorChange;
import dev.ovsdb.client.monitor.MonitorListener;
import dev.ovsdb.client.monitor.MonitorSpec;
import dev.ovsdb.testkit.ReferenceCluster;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.Tool;
import dev.ovsdb.testkit.WorkFolder;
import dev.ovsdb.testkit.fault.Cue;
import dev.ovsdb.testkit.fault.Direction;
import dev.ovsdb.testkit.fault.FaultProxy;
import dev.ovsdb.testkit.fault.Messages;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The server changes at the very moment at which the session asks for something. */
@RequiresPeer({"ovsdb-server", "ovsdb-client", "ovs-appctl"})
class OnCueIT {
    @Test
    void theSchemaIsConvertedBeforeTheMonitorIsAskedFor() throws Exception {
        String widened = Real.SCHEMA.replace("\"name\": {", "\"colour\": {\"type\": \"string\"}, \"name\": {");
        try (WorkFolder folder = WorkFolder.create();
                ReferenceServer server = ReferenceServer.builder()
                        .schema(Real.SCHEMA)
                        .tcp()
                        .unix()
                        .start();
                FaultProxy proxy = FaultProxy.before(server.remote("tcp"));
                BlockingOvsdbClient client =
                        Real.quick().remotes(proxy.remote()).connectBlocking()) {
            Path schema = folder.write("widened.ovsschema", widened);
            Cue conversion = proxy.cue(
                    Messages.calls("monitor_cond_since"),
                    () -> Tool.named("ovsdb-client").output("convert", server.remote("unix"), schema.toString()));
            Real.Inbox inbox = new Real.Inbox();
            client.monitor(MonitorSpec.of("Sample", Real.ITEMS), MonitorListener.of(inbox::add));

            assertThat(conversion.await(Real.PATIENCE).direction()).isEqualTo(Direction.TO_SERVER);
            inbox.await(MonitorChange::isContents);
            client.transact("Sample", Real.insert("first")).requireSuccess();
            inbox.awaitItem("first");
            assertThat(client.getSchema("Sample").requireTable("Item").column("colour"))
                    .isPresent();
        }
    }

    @Test
    void theLeaderHandsOverBeforeATransactionReachesIt() {
        try (ReferenceCluster cluster = ReferenceCluster.start(3, Real.SCHEMA)) {
            ReferenceServer first = cluster.leader();
            List<ReferenceServer> others = cluster.followers();
            AtomicReference<ReferenceServer> next = new AtomicReference<>();
            try (FaultProxy proxy = FaultProxy.before(first.remote("tcp"));
                    BlockingOvsdbClient client = Real.quick()
                            .remotes(proxy.remote() + "," + others.get(0).remote("tcp") + ","
                                    + others.get(1).remote("tcp"))
                            .leaderOnly(cluster.database())
                            .connectBlocking()) {
                Cue handOver = proxy.cue(
                        Messages.calls("transact").and(message -> message.text().contains("first")),
                        () -> next.set(cluster.transferLeadership()));
                try {
                    client.transact("Sample", Real.insert("first"));
                } catch (RuntimeException e) {
                    // A server that leads no more may hang up on who wants a leader, before it answers.
                }

                assertThat(handOver.await(Real.PATIENCE).method()).contains("transact");
                assertThat(next.get().remote("tcp")).isNotEqualTo(first.remote("tcp"));
                client.transact("Sample", Real.insert("second")).requireSuccess();
            }
        }
    }
}
