package dev.ovsdb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.testkit.junit.RequiresPeer;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@RequiresPeer({"docker", "ovn-nbctl", "ovn-northd"})
class OvnContainerIT {
    @BeforeAll
    static void requireImage() {
        Peers.requireImage(OvsdbContainer.defaultImage());
    }

    @Test
    void servesBothDatabasesWithAndWithoutTls() {
        try (ReferencePki pki = ReferencePki.create();
                OvnContainer ovn = new OvnContainer().withTls(pki, pki.server())) {
            ovn.start();
            for (String name : List.of("tcp", "ssl")) {
                assertThat(ovn.northbound(name)).startsWith(name + ":");
                assertThat(databases(ovn.northbound(name), pki))
                        .contains("OVN_Northbound")
                        .doesNotContain("OVN_Southbound");
                assertThat(databases(ovn.southbound(name), pki))
                        .contains("OVN_Southbound")
                        .doesNotContain("OVN_Northbound");
            }
            assertThat(ovn.pki()).isSameAs(pki);
            assertThatThrownBy(() -> ovn.northbound("unix")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void northdCarriesWhatIsAskedForToTheSouthboundDatabase() {
        try (OvnContainer ovn = new OvnContainer().withNorthd()) {
            ovn.start();
            Tool.named("ovn-nbctl").output("--db=" + ovn.northbound(), "--wait=sb", "--timeout=30", "ls-add", "sw0");
            assertThat(ovn.nbctl("ls-list")).contains("(sw0)");
            assertThat(Tool.named("ovn-sbctl")
                            .output(
                                    "--db=" + ovn.southbound(),
                                    "--bare",
                                    "--columns=external_ids",
                                    "list",
                                    "Datapath_Binding"))
                    .contains("name=sw0");
            assertThat(ovn.sbctl("list", "Datapath_Binding")).contains("sw0");
        }
    }

    @Test
    void takesSchemasOfThisMachine() {
        try (OvnContainer ovn = new OvnContainer()
                .withSchemas(
                        InstalledSchemas.require("ovn-nb.ovsschema"), InstalledSchemas.require("ovn-sb.ovsschema"))) {
            ovn.start();
            assertThat(ovn.nbctl("show")).isEmpty();
        }
    }

    private static List<String> databases(String remote, ReferencePki pki) {
        try (var client =
                OvsdbClient.builder().remotes(remote).tls(pki.clientTls()).connectBlocking()) {
            return client.listDbs();
        }
    }
}
