package dev.ovsdb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.testkit.junit.RequiresPeer;
import org.junit.jupiter.api.Test;

@RequiresPeer({"ovsdb-server", "ovsdb-client"})
class ReferenceClusterIT {
    @Test
    void keepsItsDataAcrossLossAndReturnOfItsLeader() {
        try (ReferenceCluster cluster = ReferenceCluster.start(3, Samples.SCHEMA)) {
            ReferenceServer first = cluster.leader();
            Samples.insert(first, "kept");
            first.kill();
            ReferenceServer second = cluster.leader();
            assertThat(second).isNotSameAs(first);
            assertThat(Samples.dump(second, second.remote("tcp"))).contains("kept");
            first.restart();
            cluster.awaitJoined(first);
            assertThat(cluster.followers()).hasSize(2).doesNotContain(second);
        }
    }

    @Test
    void handsLeadershipOver() {
        try (ReferenceCluster cluster = ReferenceCluster.start(3, Samples.SCHEMA)) {
            ReferenceServer first = cluster.leader();
            ReferenceServer second = cluster.transferLeadership();
            assertThat(second).isNotSameAs(first);
            assertThat(cluster.leader()).isSameAs(second);
            assertThat(cluster.remotes("tcp").split(",")).hasSize(3);
        }
    }
}
