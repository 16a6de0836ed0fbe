package dev.ovsdb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.testkit.junit.RequiresPeer;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

@RequiresPeer({"docker", "ovsdb-client"})
class ContainerReferenceServerIT {
    @Test
    void isKilledAndRestartedLikeAProcess() {
        try (ReferenceServer server = Samples.builder().tcp().ssl().unix().startContainer()) {
            var before = server.remotes();
            Samples.insert(server, "kept");
            server.kill();
            assertThat(server.isRunning()).isFalse();
            server.restart();
            assertThat(server.remotes()).isEqualTo(before);
            for (String remote : before)
                assertThat(Samples.dump(server, remote)).contains("kept");
            assertThat(server.databases()).containsExactly("Sample");
            assertThat(server.appctl("ovsdb-server/list-dbs").lines()).contains("Sample");
            server.stop();
            assertThat(server.log().toString()).contains("terminating with signal 15");
        }
    }

    @Test
    void leavesNothingBehind() {
        ReferenceServer server = Samples.builder().startContainer();
        var folder = server.databaseFile().getParent();
        server.close();
        assertThat(Files.exists(folder)).isFalse();
    }

    @Test
    void isAContainerThatUsersMayStartThemselves() {
        Peers.requireImage(OvsdbContainer.defaultImage());
        try (OvsdbContainer container = new OvsdbContainer().withSchema(Samples.SCHEMA)) {
            container.start();
            assertThat(container.remote("tcp")).matches("tcp:127\\.0\\.0\\.1:\\d+");
            assertThat(container.appctl("ovsdb-server/list-dbs").lines()).contains("Sample");
            assertThat(Tool.named("ovsdb-client").output("list-dbs", container.remote("tcp")))
                    .contains("Sample");
        }
    }
}
