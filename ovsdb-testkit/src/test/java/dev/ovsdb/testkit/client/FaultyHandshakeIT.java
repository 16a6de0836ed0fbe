package dev.ovsdb.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.OvsdbClientBuilder;
import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.fault.Direction;
import dev.ovsdb.testkit.fault.Fault;
import dev.ovsdb.testkit.fault.FaultProxy;
import dev.ovsdb.testkit.fault.TlsImpostor;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** TLS handshakes that fail in every way the proxy knows: each attempt ends with a failure, and the next one can succeed. */
@RequiresPeer("ovsdb-server")
class FaultyHandshakeIT {
    private static ReferenceServer server;
    private final FaultProxy proxy = FaultProxy.before(server.remote("ssl"), 11);

    @BeforeAll
    static void start() {
        server = ReferenceServer.builder().schema(Real.SCHEMA).ssl().start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    private OvsdbClientBuilder client() {
        return Real.quick().remotes(proxy.remote()).tls(Real.tls(server.pki()));
    }

    private void assertFails(Duration connectTimeout) {
        assertThatThrownBy(() -> client().connectTimeout(connectTimeout)
                        .firstConnectTimeout(connectTimeout)
                        .connectBlocking())
                .isInstanceOf(ConnectFailedException.class);
    }

    private void assertSucceedsOnceHealed() {
        proxy.heal();
        proxy.server(server.remote("ssl"));
        try (BlockingOvsdbClient client = client().connectTimeout(Real.PATIENCE)
                .firstConnectTimeout(Real.PATIENCE.multipliedBy(2))
                .connectBlocking()) {
            assertThat(client.listDbs()).contains("Sample");
        }
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void cutBehindTheFirstRecord(Direction direction) {
        proxy.faults(direction, Fault.none().closeAfterMessages(1));
        assertFails(Duration.ofSeconds(20));
        proxy.await(counters -> counters.cut() > 0, Real.PATIENCE); // Counted once both sides are closed.
        assertSucceedsOnceHealed();
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void aHelloWithAGarbledByte(Direction direction) {
        proxy.faults(
                direction, Fault.none().garble(5)); // Behind the record's head: the kind of the handshake's message.
        assertFails(Duration.ofSeconds(20));
        proxy.await(counters -> counters.passed(direction) > 0, Real.PATIENCE); // Counted behind the write.
        assertSucceedsOnceHealed();
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void aStall(Direction direction) {
        proxy.faults(direction, Fault.none().stallAfterMessages(0));
        assertFails(Duration.ofSeconds(2));
        assertThat(proxy.counters().passed(direction)).isZero();
        assertSucceedsOnceHealed();
    }

    @Test
    void aCertificateThatNobodyShouldBelieve() {
        try (TlsImpostor impostor = TlsImpostor.presenting(server.pki().stranger())) {
            proxy.server(impostor.remote());
            assertFails(Duration.ofSeconds(20));
            assertThat(impostor.believed()).isZero();
            proxy.await(counters -> counters.passedToClient() > 0, Real.PATIENCE);
            assertSucceedsOnceHealed();
        }
        try (TlsImpostor honest = TlsImpostor.presenting(server.pki().server())) {
            proxy.server(honest.remote());
            assertThatThrownBy(() ->
                            client().firstConnectTimeout(Duration.ofSeconds(5)).connectBlocking())
                    .isInstanceOf(RuntimeException.class);
            assertThat(honest.believed())
                    .isPositive(); // The same with a good one: it is the certificate that was refused.
        }
    }
}
