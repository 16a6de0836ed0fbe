package dev.ovsdb.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.testkit.ReferenceServer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryReferenceServerIT {
    @RegisterExtension
    static final ReferenceServerExtension SERVER =
            ReferenceServerExtension.with(builder -> builder.installedSchema("vswitch.ovsschema"));

    private static final List<String> RUNS = new ArrayList<>();
    private static final Set<ReferenceServer> SERVERS = new LinkedHashSet<>();

    @EveryReferenceServer(installedSchema = {"vswitch.ovsschema", "vtep.ovsschema"})
    void meetsEachServerOnEachTransport(ReferenceEndpoint endpoint) {
        RUNS.add((endpoint.container() ? "container " : "local ") + endpoint.kind());
        SERVERS.add(endpoint.server());
        assertThat(endpoint.remote()).startsWith(endpoint.kind() + ":");
        assertThat(endpoint.server().databases()).containsExactly("Open_vSwitch", "hardware_vtep");
        assertThat(endpoint.server().appctl("ovsdb-server/list-remotes").lines())
                .hasSize(3);
    }

    @EveryReferenceServer(installedSchema = {"vswitch.ovsschema", "vtep.ovsschema"})
    void aServerThatATestEndedIsUpForTheNext(ReferenceEndpoint endpoint) {
        SERVERS.add(endpoint.server());
        assertThat(endpoint.server().isRunning()).isTrue();
        endpoint.server().kill();
    }

    @Test
    @Order(1)
    void oneServerMayBeSharedByAClass(ReferenceServer server) {
        assertThat(server.databases()).containsExactly("Open_vSwitch");
        server.kill();
    }

    @Test
    @Order(2)
    void andIsUpForEachTest(ReferenceServer server) {
        assertThat(server.isRunning()).isTrue();
        assertThat(SERVER.remote("tcp")).isEqualTo(server.remote("tcp"));
    }

    @AfterAll
    static void sixRunsOnTwoServers() {
        assertThat(RUNS).contains("local tcp", "local ssl", "local unix");
        if (RUNS.stream().anyMatch(run -> run.startsWith("container"))) {
            assertThat(RUNS).hasSize(6);
            assertThat(SERVERS).hasSize(2);
        }
    }
}
