package dev.ovsdb.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.OvsdbClientBuilder;
import dev.ovsdb.client.SessionListener;
import dev.ovsdb.client.monitor.MonitorChange;
import dev.ovsdb.client.monitor.MonitorListener;
import dev.ovsdb.client.monitor.MonitorMessage;
import dev.ovsdb.client.monitor.MonitorSpec;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import dev.ovsdb.testkit.ReferenceCluster;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A session that wants the leader follows it through a real cluster (E47), and resumes its monitors there (E21). */
@RequiresPeer({"ovsdb-server", "ovsdb-client"})
class LeaderChangeIT {
    private final BlockingQueue<String> connected = new LinkedBlockingQueue<>();

    private OvsdbClientBuilder leaderOnly(ReferenceCluster cluster) {
        return Real.quick()
                .remotes(cluster.remotes("tcp"))
                .leaderOnly(cluster.database())
                .listener(new SessionListener() {
                    @Override
                    public void onConnected(TransportInfo connection) {
                        connected.add(connection.remoteName());
                    }
                });
    }

    private String nextConnection() throws InterruptedException {
        String remote = connected.poll(Real.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(remote).as("a connection within " + Real.PATIENCE).isNotNull();
        return remote;
    }

    private void awaitConnection(ReferenceServer server) throws InterruptedException {
        String remote = nextConnection();
        while (!remote.equals(server.remote("tcp"))) {
            remote = nextConnection(); // An election may have had an interim result.
        }
    }

    @Test
    void whenItHandsOverAndWhenItDies() throws Exception {
        try (ReferenceCluster cluster = ReferenceCluster.start(3, Real.SCHEMA);
                BlockingOvsdbClient client = leaderOnly(cluster).connectBlocking()) {
            Real.Inbox inbox = new Real.Inbox();
            awaitConnection(cluster.leader());
            client.monitor(MonitorSpec.of("Sample", Real.ITEMS), MonitorListener.of(inbox::add));
            inbox.await(MonitorChange::isContents);
            client.transact("Sample", Real.insert("first")).requireSuccess();
            inbox.awaitItem("first");

            awaitConnection(cluster.transferLeadership());
            MonitorChange resumed = inbox.await(change -> change.message().kind() != MonitorMessage.Kind.UPDATE);
            assertThat(resumed.message().kind()).isEqualTo(MonitorMessage.Kind.RESUMED);
            client.transact("Sample", Real.insert("second")).requireSuccess();
            inbox.awaitItem("second");

            cluster.leader().kill();
            awaitConnection(cluster.leader());
            client.transact("Sample", Real.insert("third")).requireSuccess();
            inbox.awaitItem("third");
        }
    }
}
