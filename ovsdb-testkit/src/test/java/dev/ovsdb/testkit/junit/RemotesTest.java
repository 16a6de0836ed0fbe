package dev.ovsdb.testkit.junit;

import static dev.ovsdb.testkit.assertion.OvsdbAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.testkit.database.TestDatabase;
import dev.ovsdb.testkit.database.TestServer;
import dev.ovsdb.testkit.database.Town;
import dev.ovsdb.testkit.pki.ReferencePki;
import org.junit.jupiter.api.Test;

/** A server that is met in other ways than at a Unix socket. */
@OvsdbTest(
        schema = "town.ovsschema",
        remotes = {"ssl", "tcp"})
class RemotesTest {
    @Test
    void theFirstIsTheRemoteAndEachIsHeard(TestServer server, TestDatabase town, BlockingOvsdbClient client) {
        assertThat(server.remote()).isEqualTo(server.remote("ssl")).startsWith("ssl:127.0.0.1:");
        assertThat(client.transact("Town", Town.house("Mill Lane 4", 1))).succeeded();
        try (var plain = OvsdbClient.builder().remotes(server.remote("tcp")).connectBlocking()) {
            assertThat(plain.transact("Town", Town.house("Mill Lane 5", 1))).succeeded();
        }
        assertThat(town).table("House").hasSize(2);
        for (String address : new String[] {"Mill Lane 4", "Mill Lane 5"})
            assertThat(server.conversation().messages())
                    .anyMatch(line -> line.contains("-->") && line.contains(address));
        assertThatThrownBy(() -> server.remote("unix"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[ssl, tcp]");
    }

    @Test
    void aStrangerIsRefused(TestServer server) {
        try (ReferencePki others = ReferencePki.create()) {
            assertThatThrownBy(() -> OvsdbClient.builder()
                            .remotes(server.remote("ssl"))
                            .tls(others.clientTls())
                            .connectBlocking())
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void aServerWithoutTlsHasNoCertificates() {
        try (TestServer server = Town.server()) {
            assertThat(server.remote("unix")).isEqualTo(server.remote());
            assertThatThrownBy(server::pki)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ssl()");
        }
        assertThatThrownBy(() -> TestServer.builder().remote("udp")).hasMessageContaining("[unix, tcp, ssl]");
    }

    @Test
    void certificatesMayBeTheTests() {
        try (ReferencePki pki = ReferencePki.create();
                TestServer server =
                        TestServer.builder().schema(Town.schema()).ssl(pki).start()) {
            assertThat(server.pki()).isSameAs(pki);
            try (var client = server.session().connectBlocking()) {
                assertThat(client.listDbs()).contains("Town");
            }
        }
    }
}
