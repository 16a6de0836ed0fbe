package dev.ovsdb.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** The proxy before a peer that sends back what it gets. */
@ParameterizedClass
@ValueSource(strings = {"tcp", "unix"})
class FaultProxyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String kind;
    private final EchoPeer peer;
    private final FaultProxy proxy;

    FaultProxyTest(String kind) {
        this.kind = kind;
        peer = EchoPeer.listen(kind);
        proxy = FaultProxy.before(peer.remote(), 42);
    }

    @AfterEach
    void noThreadOfOursIsLeft() {
        proxy.close();
        peer.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("fault proxy"));
    }

    @Test
    void passesEverythingWithoutFaults() throws IOException {
        try (RawClient client = RawClient.connect(proxy.remote())) {
            client.send("hello");
            assertThat(client.read(5)).isEqualTo("hello");
            client.endOutput();
            assertThat(client.readToEnd()).isEmpty();
        }
        ProxyCounters counters = proxy.await(c -> c.open() == 0, PATIENCE);
        assertThat(counters).isEqualTo(new ProxyCounters(1, 0, 0, 5, 5, 0, 0, 0, 0));
    }

    @Test
    void cutsBehindExactlyTheByteItWasToldTo() throws IOException {
        for (int n = 0; n <= 5; n++) {
            proxy.faults(Direction.TO_CLIENT, Fault.none().close(n));
            try (RawClient client = RawClient.connect(proxy.remote())) {
                client.send("hello");
                assertThat(client.readToEnd()).isEqualTo("hello".substring(0, n));
            }
        }
        assertThat(proxy.await(c -> c.open() == 0, PATIENCE).cut()).isEqualTo(6);
    }

    @Test
    void cutsInTheOtherDirectionToo() throws IOException {
        proxy.faults(Direction.TO_SERVER, Fault.none().close(3));
        try (RawClient client = RawClient.connect(proxy.remote())) {
            client.send("hello");
            client.readToEnd();
        }
        assertThat(proxy.await(c -> c.open() == 0, PATIENCE).passedToServer()).isEqualTo(3);
        assertThat(peer.received()).isEqualTo("hel");
    }

    @Test
    void aResetIsSeenAsOneOverTcp() throws IOException {
        proxy.faults(Direction.TO_CLIENT, Fault.none().reset(2));
        try (RawClient client = RawClient.connect(proxy.remote())) {
            client.send("hello");
            assertThat(client.read(2)).isEqualTo("he");
            assertThatIsReset(client);
        }
    }

    /** On a Unix socket that is no more than an end. */
    private void assertThatIsReset(RawClient client) throws IOException {
        if (kind.equals("unix")) assertThat(client.readToEnd()).isEmpty();
        else assertThatThrownBy(client::readToEnd).hasMessageContaining("reset");
    }

    @Test
    void swallowsSilently() throws IOException {
        proxy.faults(Direction.TO_CLIENT, Fault.none().blackHole(2));
        try (RawClient client = RawClient.connect(proxy.remote())) {
            client.send("hello");
            proxy.await(c -> c.swallowedToClient() == 3, PATIENCE);
            proxy.heal();
            client.send("again");
            assertThat(client.read(7)).isEqualTo("heagain");
        }
    }

    @Test
    void stopsReadingUntilHealed() throws IOException {
        proxy.faults(Direction.TO_SERVER, Fault.none().stall(1));
        try (RawClient client = RawClient.connect(proxy.remote())) {
            client.send("hello");
            assertThat(client.read(1)).isEqualTo("h");
            proxy.await(c -> c.passedToServer() == 1, PATIENCE);
            proxy.heal();
            assertThat(client.read(4)).isEqualTo("ello");
        }
    }

    @Test
    void isClosedWhileItStalls() throws IOException {
        proxy.faults(Fault.none().stall(0));
        try (RawClient client = RawClient.connect(proxy.remote())) {
            client.send("hello");
            proxy.await(c -> c.accepted() == 1, PATIENCE);
            proxy.close();
            assertThat(proxy.counters().passedToServer()).isZero();
        }
    }

    @Test
    void splitsIntoPiecesBySeed() throws IOException {
        proxy.faults(Fault.none().variedPieces(3).delay(Duration.ofNanos(1)));
        try (RawClient client = RawClient.connect(proxy.remote())) {
            client.send("a longer text that takes several pieces");
            assertThat(client.read(39)).isEqualTo("a longer text that takes several pieces");
        }
    }

    @Test
    void aDelayEndsWhenTheFaultIsHealed() throws IOException {
        proxy.faults(Direction.TO_SERVER, Fault.none().delay(Duration.ofDays(1)));
        try (RawClient client = RawClient.connect(proxy.remote())) {
            client.send("hello");
            proxy.await(c -> c.accepted() == 1, PATIENCE);
            proxy.heal();
            assertThat(client.read(5)).isEqualTo("hello");
        }
    }

    @Test
    @Timeout(60)
    void aServerThatCannotBeReachedIsItsClientsTroubleAlone() throws IOException {
        String noHost = "x".repeat(64); // Too long for any name server to be asked.
        proxy.server(kind.equals("unix") ? "unix:/nowhere" : "tcp:" + noHost + ":6640");
        for (int i = 0; i < 3; i++) {
            try (RawClient client = RawClient.connect(proxy.remote())) {
                assertThatIsReset(client);
            }
        }
        proxy.server(peer.remote());
        try (RawClient client = RawClient.connect(proxy.remote())) {
            client.send("hello");
            assertThat(client.read(5)).isEqualTo("hello");
        }
    }

    @Test
    void cutsIdleConnectionsOnCommand() throws IOException {
        try (RawClient client = RawClient.connect(proxy.remote())) {
            client.send("x");
            assertThat(client.read(1)).isEqualTo("x");
            proxy.cut(Ending.CLOSE);
            assertThat(client.readToEnd()).isEmpty();
        }
        assertThat(proxy.await(c -> c.open() == 0, PATIENCE).cut()).isEqualTo(1);
    }

    @Test
    void aLateFaultCutsAConnectionThatHasHadItsShare() throws IOException {
        try (RawClient client = RawClient.connect(proxy.remote())) {
            client.send("hello");
            assertThat(client.read(5)).isEqualTo("hello");
            proxy.faults(Direction.TO_CLIENT, Fault.none().close(4));
            assertThat(client.readToEnd()).isEmpty();
        }
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> Fault.none().pieces(0)).hasMessageContaining("at least 1 byte");
        assertThatThrownBy(() -> Fault.none().reset(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> Fault.none().closeAfterMessages(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> Fault.none().bandwidth(0)).hasMessageContaining("at least 1 byte");
        assertThatThrownBy(() -> Fault.none().garbleMessage(0)).hasMessageContaining("the first message is 1");
        assertThatThrownBy(() -> Fault.none().duplicate(3, 0)).hasMessageContaining("at least 1 byte");
        assertThatThrownBy(() -> proxy.cut(Ending.STALL)).hasMessageContaining("STALL");
        assertThatThrownBy(() -> FaultProxy.before("ptcp:6640")).hasMessageContaining("ptcp:6640");
    }
}
