package dev.ovsdb.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.client.monitor.MonitorMethod;
import dev.ovsdb.client.monitor.MonitorSpec;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.jsonrpc.connection.ConnectionOptions;
import dev.ovsdb.jsonrpc.connection.JsonRpcConnection;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.protocol.monitor.MonitorRequest;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A session on a connection that its user made. */
class GivenConnectionTest {
    private final Scene scene = new Scene();
    private final ScriptedPeer peer = new ScriptedPeer(scene.loop);

    @AfterEach
    void nothingIsLeft() {
        scene.close();
    }

    private OvsdbClient on() {
        return scene.tracked(OvsdbClient.builder().on(peer.transport()));
    }

    @Test
    void servesCallsAndEndsWithItsConnection() {
        OvsdbClient client = on();
        assertThat(scene.get(client.echo(Scene.json("[1,'x']")))).containsExactly(Scene.json("[1,'x']"));
        assertThat(client.connection()).isPresent();

        peer.hangUp();
        scene.loop.run();

        assertThat(client.state()).isEqualTo(SessionState.CLOSED);
        assertThat(scene.failure(client.closed())).isNotNull();
        assertThat(scene.failure(client.echo())).isInstanceOf(ConnectionClosedException.class);
    }

    @Test
    void asksNothingUnaskedIfSoChosen() {
        OvsdbClient client =
                scene.tracked(OvsdbClient.builder().withoutNegotiation().on(peer.transport()));

        assertThat(client.state()).isEqualTo(SessionState.LIVE);
        assertThat(peer.received()).isEmpty();
    }

    @Test
    void canBePutOnAConnectionWhoseOpeningIsTheUsers() {
        OvsdbClient client = scene.tracked(OvsdbClient.builder()
                .on(
                        scene.loop,
                        handler -> JsonRpcConnection.open(peer.transport(), ConnectionOptions.defaults(), handler)));

        assertThat(scene.get(client.echo())).isEmpty();
    }

    @Test
    void givesUpAPeerThatSaysNothing() {
        peer.on("get_server_id").stayQuiet();
        OvsdbClient client = on();

        scene.loop.advance(Duration.ofSeconds(11));

        assertThat(client.state()).isEqualTo(SessionState.CLOSED);
        assertThat(peer.isClosed()).isTrue();
    }

    @Test
    void theChosenAwarenessIsAskedFor() {
        peer.on("set_db_change_aware").reply("{}");
        OvsdbClient client = on();

        scene.get(client.setDbChangeAware(false));

        assertThat(Scene.params(peer, "set_db_change_aware")).containsExactly("[true]", "[false]");
    }

    @Test
    void anyMethodCanBeCalled() {
        peer.on("new").reply("{'a':1}");

        assertThat(scene.get(on().call("new", Scene.json("2")))).isEqualTo(Scene.json("{'a':1}"));
        assertThat(Scene.params(peer, "new")).containsExactly("[2]");
    }

    @Test
    void theEndIsToldAsItWas() {
        OvsdbClient client = on();
        List<Throwable> ends = new ArrayList<>();
        client.closed().exceptionally(end -> {
            ends.add(end);
            return null;
        });

        peer.hangUp();
        scene.loop.run();

        assertThat(ends).singleElement().isInstanceOf(ConnectionClosedException.class);
    }

    @Nested
    class WithAServerThatAnswersNonsense {
        private final OvsdbClient client = on();

        @Test
        void aReplyToNobodyIsPassedOver() {
            peer.send("{'id':'stranger','result':1,'error':null}");

            assertThat(scene.get(client.echo())).isEmpty();
        }

        @Test
        void aSecondReplyIsPassedOver() {
            peer.on("twice").reply("1").reply("2");

            assertThat(scene.get(client.call("twice"))).isEqualTo(Scene.json("1"));
            assertThat(scene.get(client.echo())).isEmpty();
        }

        @Test
        void anUnknownNotificationIsPassedOverAndAnUnknownRequestRefused_E41() {
            peer.notify("news", "[1]");
            peer.request("7", "how_are_you", "[]");

            assertThat(scene.get(client.echo())).isEmpty();
            assertThat(peer.wire()).contains("unknown method");
        }

        @Test
        void whatIsNoJsonEndsEveryCallWithThatCause() {
            peer.on("quiet").stayQuiet();
            CompletableFuture<?> call = client.call("quiet");
            scene.loop.run();

            peer.send("{'id':1,]");

            assertThat(scene.failure(call)).isInstanceOf(MalformedMessageException.class);
            assertThat(client.state()).isEqualTo(SessionState.CLOSED);
        }

        @Test
        void notificationsOfLocksWithoutSenseEndNothing() {
            peer.notify("locked", "['unknown']");
            peer.notify("stolen", "[]");
            peer.notify("monitor_canceled", "[{'any':'id'}]");

            assertThat(scene.get(client.echo())).isEmpty();
        }
    }

    @Test
    void aSchemaThatCannotBeWatchedIsNotRemembered() {
        ScriptedPeer unaware = new ScriptedPeer(scene.loop);
        unaware.on("get_schema").reply(Scene.SCHEMA);
        unaware.on("monitor").reply("{}");
        unaware.on("set_db_change_aware").reply("{}");
        OvsdbClient other =
                scene.tracked(OvsdbClient.builder().withoutNegotiation().on(unaware.transport()));
        MonitorSpec taken = MonitorSpec.of("other", MonitorRequests.of("T", MonitorRequest.columns("name")))
                .methods(MonitorMethod.MONITOR)
                .id(Scene.json("['schema','db']"));
        scene.get(other.monitor(taken, (table, row, update) -> {}));
        scene.get(other.setDbChangeAware(true));

        scene.get(other.schema("db"));
        scene.get(other.schema("db"));

        assertThat(unaware.received("get_schema")).as("of db").hasSize(3); // One is of the monitor's database.
    }

    @Test
    void whoBecomesAwareTrustsNoSchemaThatIsNotWatched() {
        peer.on("get_schema").reply(Scene.SCHEMA);
        peer.on("monitor").reply("{}");
        peer.on("set_db_change_aware").reply("{}");
        OvsdbClient client =
                scene.tracked(OvsdbClient.builder().withoutNegotiation().on(peer.transport()));
        scene.get(client.schema("db"));
        scene.get(client.setDbChangeAware(true));

        scene.get(client.schema("db"));

        assertThat(Scene.methods(peer)).containsExactly("get_schema", "monitor", "get_schema");
    }

    @Nested
    class Blocking {
        @Test
        void itThrowsAtOnceOnTheEventLoop() {
            BlockingOvsdbClient blocking = on().blocking();
            int before = peer.received().size();

            scene.loop.run(() -> assertThatThrownBy(blocking::listDbs).isInstanceOf(IllegalStateException.class));
            scene.loop.run(() -> assertThatThrownBy(blocking::close).isInstanceOf(IllegalStateException.class));

            assertThat(peer.received()).hasSize(before);
        }

        @Test
        void itThrowsWhatTheFutureFailsWith() {
            OvsdbClient client = on();
            CompletableFuture<?> failed = client.call("none");
            scene.loop.run();

            assertThatThrownBy(() -> client.blocking().await(failed)).isInstanceOf(RemoteErrorException.class);
        }

        @Test
        void aFailureWaitedForOftenDoesNotGrow() {
            OvsdbClient client = on();
            CompletableFuture<?> failed = client.call("none");
            Throwable failure = scene.failure(failed);

            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> client.blocking().await(failed)).isSameAs(failure);
            }

            assertThat(failure.getSuppressed()).hasSize(1);
        }

        @Test
        void eachCallOnAClosedSessionHasAFailureOfItsOwn() {
            OvsdbClient client = on();
            client.close();

            assertThat(scene.failure(client.echo())).isNotSameAs(scene.failure(client.echo()));
        }

        @Test
        void anInterruptCancelsTheCall() {
            peer.on("quiet").stayQuiet();
            OvsdbClient client = on();
            CompletableFuture<?> call = client.call("quiet");
            scene.loop.run();

            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> client.blocking().await(call))
                    .isInstanceOf(java.util.concurrent.CancellationException.class);

            assertThat(Thread.interrupted()).isTrue();
            scene.loop.run();
            assertThat(client.pendingCalls()).isZero();
        }
    }
}
