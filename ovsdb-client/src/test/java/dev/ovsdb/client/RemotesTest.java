package dev.ovsdb.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.reconnect.BackoffOptions;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A session that is told to leave its connection, or to have other remotes. */
class RemotesTest {
    private static final String ONE = "tcp:192.0.2.1:6640";
    private static final String TWO = "tcp:192.0.2.2:6640";

    private final Scene scene = new Scene();

    @AfterEach
    void nothingIsLeft() {
        scene.close();
    }

    private OvsdbClientBuilder exact() {
        return scene.builder().backoff(BackoffOptions.defaults().withJitter(0));
    }

    @Nested
    class ForceReconnect {
        @Test
        void leavesTheConnectionForTheNextRemoteWithoutAWait() {
            ScriptedPeer first = scene.server();
            first.on("quiet").stayQuiet();
            OvsdbClient client = scene.start(exact().remotes(TWO));
            CompletableFuture<JsonValue> outstanding = client.call("quiet");
            scene.loop.run();
            scene.server();

            client.forceReconnect();

            assertThat(scene.failure(outstanding)).isInstanceOf(ConnectionClosedException.class);
            assertThat(first.isClosed()).isTrue();
            assertThat(scene.connector.dialled()).containsExactly(ONE, TWO);
            assertThat(client.state()).isEqualTo(SessionState.LIVE);
            assertThat(scene.events).doesNotContain("BACKING_OFF");
        }

        @Test
        void cutsAWaitShort() {
            OvsdbClient client = scene.start(exact());
            assertThat(client.state()).isEqualTo(SessionState.BACKING_OFF);
            scene.server();

            client.forceReconnect();
            scene.loop.run();

            assertThat(client.state()).isEqualTo(SessionState.LIVE);
        }

        @Test
        void abandonsAnAttempt() {
            scene.connector.hangs();
            OvsdbClient client = scene.start(exact());
            assertThat(client.state()).isEqualTo(SessionState.CONNECTING);
            scene.server();

            client.forceReconnect();
            scene.loop.run();

            assertThat(client.state()).isEqualTo(SessionState.LIVE);
            assertThat(scene.connector.dialled()).containsExactly(ONE, ONE);
        }

        @Test
        void doesNothingOnceTheSessionIsClosed() {
            scene.server();
            OvsdbClient client = scene.start(exact());
            client.close();

            client.forceReconnect();
            scene.loop.run();

            assertThat(client.state()).isEqualTo(SessionState.CLOSED);
            assertThat(scene.connector.dialled()).hasSize(1);
        }
    }

    @Nested
    class SetRemotes {
        @Test
        void keepsAConnectionWhoseRemoteStays() {
            ScriptedPeer first = scene.server();
            OvsdbClient client = scene.start(exact());

            client.setRemotes(TWO + "," + ONE);
            scene.loop.run();

            assertThat(first.isClosed()).isFalse();
            assertThat(client.state()).isEqualTo(SessionState.LIVE);
            assertThat(scene.connector.dialled()).containsExactly(ONE);

            scene.server();
            first.hangUp();
            scene.loop.advance(Duration.ofSeconds(1));
            assertThat(scene.connector.dialled()).containsExactly(ONE, TWO);
        }

        @Test
        void leavesAConnectionWhoseRemoteGoes() {
            ScriptedPeer first = scene.server();
            OvsdbClient client = scene.start(exact());
            scene.server();

            client.setRemotes(TWO);
            scene.loop.run();

            assertThat(first.isClosed()).isTrue();
            assertThat(client.state()).isEqualTo(SessionState.LIVE);
            assertThat(scene.connector.dialled()).containsExactly(ONE, TWO);
            assertThat(scene.events).doesNotContain("BACKING_OFF");
        }

        @Test
        void triesNewOnesAtOnceWhileItWaitsAndKnownOnesInTime() {
            OvsdbClient client = scene.start(exact().remotes(TWO));

            client.setRemotes(TWO);
            scene.loop.run();
            assertThat(scene.connector.dialled()).containsExactly(ONE, TWO);

            String third = "tcp:192.0.2.3:6640";
            client.setRemotes(third);
            scene.loop.run();
            assertThat(scene.connector.dialled()).containsExactly(ONE, TWO, third);
        }

        @Test
        void triesTheOthersWhenAnAttemptThatIsUnderWayFails() {
            CompletableFuture<Transport> hanging = scene.connector.hangs();
            scene.start(exact()).setRemotes(ONE, TWO);
            scene.loop.run();
            assertThat(scene.connector.dialled()).containsExactly(ONE);

            hanging.completeExceptionally(new ConnectFailedException(ConnectFailedException.Kind.REFUSED, "no", null));
            scene.loop.run();
            assertThat(scene.connector.dialled()).hasSize(2);
        }

        @Test
        void refusesNoneAndThoseThatItCannotDial() {
            OvsdbClient client = scene.start(exact());

            assertThatThrownBy(() -> client.setRemotes(new String[0]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("at least one");
            assertThatThrownBy(() -> client.setRemotes("ssl:192.0.2.1:6640"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("TLS");
            assertThatThrownBy(() -> client.setRemotes("what")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aSessionOnAGivenConnectionCanDoNeither() {
        ScriptedPeer peer = new ScriptedPeer(scene.loop);
        OvsdbClient client =
                scene.tracked(OvsdbClient.builder().withoutNegotiation().on(peer.transport()));

        assertThatThrownBy(client::forceReconnect).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> client.setRemotes(ONE)).isInstanceOf(IllegalStateException.class);
        assertThat(client.eventLoop()).isSameAs(scene.loop);
    }
}
