package dev.ovsdb.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.monitor.Monitor;
import dev.ovsdb.client.monitor.MonitorSpec;
import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.jsonrpc.reconnect.BackoffOptions;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.jsonrpc.transport.Transport;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.monitor.MonitorRequest;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import dev.ovsdb.protocol.operation.Condition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReconnectTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Scene scene = new Scene();

    @AfterEach
    void nothingIsLeft() {
        scene.close();
    }

    private OvsdbClientBuilder exact() {
        return scene.builder().backoff(BackoffOptions.defaults().withJitter(0));
    }

    @Test
    void theStatesHaveOneOrder() {
        ScriptedPeer peer = scene.server();
        OvsdbClient client = scene.start(exact());
        scene.server();

        peer.hangUp();
        scene.loop.run();
        assertThat(client.state()).isEqualTo(SessionState.BACKING_OFF);
        assertThat(client.health().status()).isEqualTo(Health.Status.DOWN);
        assertThat(client.connection()).isEmpty();
        scene.loop.advance(SECOND);
        client.close();
        scene.loop.run();

        assertThat(scene.events)
                .containsExactly(
                        "NEGOTIATING",
                        "LIVE",
                        "connected",
                        "disconnected",
                        "BACKING_OFF",
                        "CONNECTING",
                        "NEGOTIATING",
                        "LIVE",
                        "connected",
                        "disconnected",
                        "CLOSED");
    }

    @Test
    void waitsDoubleFromOneSecondToEight() {
        scene.start(exact());

        int[] dials = new int[20];
        for (int second = 0; second < dials.length; second++) {
            dials[second] = scene.connector.dialled().size();
            scene.loop.advance(SECOND);
        }

        assertThat(dials).containsExactly(1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5);
    }

    @Test
    void aRoundTriesEveryRemoteWithoutAPause() {
        scene.start(exact().remotes("tcp:192.0.2.2:1,unix:/tmp/x"));

        assertThat(scene.connector.dialled()).containsExactly("tcp:192.0.2.1:6640", "tcp:192.0.2.2:1", "unix:/tmp/x");
        scene.loop.advance(SECOND);
        assertThat(scene.connector.dialled()).hasSize(6);
    }

    @Test
    void remotesAreShuffledUnlessTheirOrderMatters() {
        OvsdbClientBuilder many =
                OvsdbClient.builder().connector(scene.connector).ids(IdSource.seeded(7));
        List<String> given = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            many.remotes("tcp:192.0.2.1:" + i);
            given.add("tcp:192.0.2.1:" + i);
        }

        scene.start(many);

        assertThat(scene.connector.dialled())
                .hasSize(20)
                .containsExactlyInAnyOrderElementsOf(given)
                .isNotEqualTo(given);
    }

    @Test
    void outstandingCallsEndAndSayWhatHappenedToTheirRequests() {
        ScriptedPeer peer = scene.server();
        peer.on("quiet").stayQuiet();
        OvsdbClient client = scene.start(exact());
        CompletableFuture<JsonValue> written = client.call("quiet");
        scene.loop.run();

        peer.reset();
        scene.loop.run();

        assertThat(scene.failure(written))
                .isInstanceOfSatisfying(
                        ConnectionClosedException.class,
                        failure -> assertThat(failure.requestWritten()).isTrue());
    }

    @Test
    void whoHearsOfALostCallFindsAnHonestStateAndMayCallAgain() {
        ScriptedPeer peer = scene.server();
        peer.on("quiet").stayQuiet();
        OvsdbClient client = scene.start(exact());
        ScriptedPeer next = scene.server();
        CompletableFuture<SessionState> seen = new CompletableFuture<>();
        CompletableFuture<JsonValue> again = client.call("quiet").exceptionallyCompose(lost -> {
            seen.complete(client.state());
            return client.call("echo");
        });
        scene.loop.run();

        peer.reset();
        scene.loop.advance(SECOND);

        assertThat(scene.get(seen)).isEqualTo(SessionState.BACKING_OFF);
        assertThat(scene.get(again)).isEqualTo(Scene.json("[]"));
        assertThat(next.received("echo")).hasSize(1);
    }

    @Test
    void callsMadeMeanwhileWaitAndLeaveInOrder() {
        OvsdbClient client = scene.start(exact());
        CompletableFuture<JsonValue> first = client.call("first");
        client.call("second");
        assertThat(client.pendingCalls()).isEqualTo(2);
        ScriptedPeer peer = scene.server();

        scene.loop.advance(SECOND);

        assertThat(Scene.methods(peer)).containsExactly("first", "second");
        assertThat(first).isDone();
    }

    /** Its answer, and with it in one read what ends the connection: who calls on hearing it finds it open, and it is not. */
    private static void answersAndBreaks(ScriptedPeer peer, String method, String result) {
        peer.on(method).send("{'id':$id,'result':" + result + ",'error':null} ]");
    }

    @Test
    void callsThatAConnectionTookAndNeverSentGoOnWaiting() {
        ScriptedPeer peer = scene.server();
        answersAndBreaks(peer, "last", "1");
        OvsdbClient client = scene.start(exact());
        CompletableFuture<JsonValue> next = client.call("last").thenCompose(answer -> {
            client.call("first");
            return client.call("second");
        });
        scene.loop.run();
        assertThat(next).isNotDone();
        client.call("third");
        ScriptedPeer later = scene.server();

        scene.loop.advance(SECOND);

        assertThat(Scene.methods(later)).containsExactly("first", "second", "third");
        assertThat(next).isDone();
    }

    @Test
    void transactionsThatAConnectionTookAndNeverSentGoOnWaitingUnlessCancelled() {
        ScriptedPeer peer = scene.server();
        answersAndBreaks(peer, "last", "1");
        OvsdbClient client = scene.start(exact());
        List<CompletableFuture<?>> made = new ArrayList<>();
        client.call("last").thenRun(() -> {
            made.add(client.transact("db"));
            made.add(client.transact("db"));
        });
        scene.loop.run();
        ScriptedPeer later = scene.server();
        later.on("transact").reply("[]");

        made.get(0).cancel(false);
        scene.loop.advance(SECOND);

        assertThat(made.get(1)).isCompleted();
        assertThat(Scene.methods(later)).containsExactly("transact");
    }

    @Test
    void callsThatWereNeverSentWaitNoLongerThanTheirTimeOut() {
        ScriptedPeer peer = scene.server();
        answersAndBreaks(peer, "last", "1");
        OvsdbClient client = scene.start(exact());
        CompletableFuture<JsonValue> next = client.call("last").thenCompose(answer -> client.call("any"));
        scene.loop.run();

        scene.loop.advance(Duration.ofSeconds(31));

        assertThat(scene.failure(next)).isInstanceOf(RequestTimeoutException.class);
    }

    @Test
    void callsThatWereNeverSentFailAtOnceIfSoChosen() {
        ScriptedPeer peer = scene.server();
        answersAndBreaks(peer, "last", "1");
        OvsdbClient client = scene.start(exact().failFast());
        CompletableFuture<JsonValue> next = client.call("last").thenCompose(answer -> client.call("any"));

        assertThat(scene.failure(next))
                .isInstanceOfSatisfying(
                        ConnectionClosedException.class,
                        failure -> assertThat(failure.requestWritten()).isFalse());
    }

    @Test
    void aConnectionThatEndsRightBehindTheNegotiationIsAFailedAttempt() {
        ScriptedPeer peer = scene.peer();
        answersAndBreaks(peer, "get_server_id", "'11111111-1111-4111-8111-111111111111'");

        OvsdbClient client = scene.start(exact());

        assertThat(client.state()).isEqualTo(SessionState.BACKING_OFF);
        assertThat(scene.events).containsExactly("NEGOTIATING", "BACKING_OFF");
    }

    @Test
    void whoHearsThatTheConnectionIsLostFindsAnHonestState() {
        ScriptedPeer peer = scene.server();
        OvsdbClient client = scene.start(exact());
        List<SessionState> seen = new ArrayList<>();
        client.addListener(new SessionListener() {
            @Override
            public void onDisconnected(@Nullable Throwable cause) {
                seen.add(client.state());
            }
        });

        peer.reset();
        scene.loop.run();

        assertThat(seen).containsExactly(SessionState.BACKING_OFF);
    }

    @Nested
    class ClosingIt {
        private void endsEverything(OvsdbClient client, SessionState in) {
            assertThat(client.state()).isEqualTo(in);
            CompletableFuture<?> call = client.call("quiet");
            CompletableFuture<?> transaction = client.transact("db");
            CompletableFuture<?> monitor = client.monitor(
                    "db", MonitorRequests.of("T", MonitorRequest.columns("name")), (table, row, update) -> {});
            CompletableFuture<?> lock = client.lock("leader");
            scene.loop.run();

            client.close();
            client.close();
            scene.loop.run();

            for (CompletableFuture<?> each : List.of(call, transaction, monitor, lock)) {
                assertThat(scene.failure(each)).isInstanceOf(ConnectionClosedException.class);
            }
            assertThat(client.closed()).isCompleted();
            assertThat(client.pendingCalls()).isZero();
            assertThat(scene.loop.timers()).isZero();
        }

        @Test
        void whileNegotiating() {
            scene.peer().on("get_server_id").stayQuiet();

            endsEverything(scene.start(exact()), SessionState.NEGOTIATING);
        }

        @Test
        void whileLive() {
            ScriptedPeer peer = scene.peer();
            for (String method : List.of("quiet", "transact", "monitor", "lock", "get_schema")) {
                peer.on(method).stayQuiet();
            }

            endsEverything(scene.start(exact()), SessionState.LIVE);
        }

        @Test
        void whileBackingOff() {
            endsEverything(scene.start(exact()), SessionState.BACKING_OFF);
        }

        @Test
        void whileConnecting() {
            scene.connector.hangs();

            endsEverything(scene.start(exact()), SessionState.CONNECTING);
        }

        @Test
        void fromInsideACallback() {
            ScriptedPeer peer = scene.server();
            OvsdbClient client = scene.start(exact());
            client.addListener(new SessionListener() {
                @Override
                public void onDisconnected(@Nullable Throwable cause) {
                    client.close();
                }
            });

            peer.reset();
            scene.loop.run();

            assertThat(client.closed()).isCompleted();
            assertThat(scene.loop.timers()).isZero();
        }
    }

    @Test
    void callsMadeMeanwhileWaitNoLongerThanTheirTimeOut() {
        OvsdbClient client = scene.start(exact());
        CompletableFuture<JsonValue> call = client.call("any");

        scene.loop.advance(Duration.ofSeconds(31));

        assertThat(scene.failure(call)).isInstanceOf(RequestTimeoutException.class);
        assertThat(client.pendingCalls()).isZero();
    }

    @Test
    void callsMadeMeanwhileFailAtOnceIfSoChosen() {
        OvsdbClient client = scene.start(exact().failFast());

        assertThat(client.call("any")).isCompletedExceptionally();
        assertThat(scene.failure(client.call("any")))
                .isInstanceOfSatisfying(
                        ConnectionClosedException.class,
                        failure -> assertThat(failure.requestWritten()).isFalse());
    }

    @Test
    void aPeerThatAcceptsAndSaysNothingIsGivenUp() {
        ScriptedPeer mute = scene.peer();
        mute.on("set_db_change_aware").stayQuiet();
        OvsdbClient client = scene.start(exact());
        ScriptedPeer peer = scene.server();

        scene.loop.advance(Duration.ofSeconds(12));

        assertThat(mute.isClosed()).isTrue();
        assertThat(client.state()).isEqualTo(SessionState.LIVE);
        assertThat(peer.isClosed()).isFalse();
    }

    @Test
    void aServerThatDropsEverySessionIsNotHammered() {
        OvsdbClient client = scene.start(exact());
        for (int i = 0; i < 10; i++) {
            ScriptedPeer peer = scene.server();
            peer.on("get_server_id")
                    .reply("'11111111-1111-4111-8111-111111111111'")
                    .thenHangUp();
        }

        scene.loop.advance(Duration.ofSeconds(14));

        assertThat(scene.connector.dialled()).hasSizeLessThan(6);
        assertThat(client.state()).isNotEqualTo(SessionState.CLOSED);
    }

    @Test
    void itCanBeClosedInEveryState() {
        CompletableFuture<Transport> hanging = scene.connector.hangs();
        OvsdbClient connecting = scene.start(exact());
        assertThat(connecting.state()).isEqualTo(SessionState.CONNECTING);
        CompletableFuture<JsonValue> call = connecting.call("any");

        connecting.close();

        assertThat(scene.failure(call)).isInstanceOf(ConnectionClosedException.class);
        assertThat(hanging).isCancelled();
        assertThat(scene.failure(connecting.call("late"))).isInstanceOf(ConnectionClosedException.class);
    }

    @Nested
    class AMonitor {
        private static final String TXN = "33333333-3333-4333-8333-333333333333";
        private static final String LATER = "44444444-4444-4444-8444-444444444444";
        private static final MonitorRequests T = MonitorRequests.of("T", MonitorRequest.columns("name"));

        private final ScriptedPeer peer = scene.server();
        private final OvsdbClient client = scene.start(exact());
        private final Monitor monitor = start();

        private Monitor start() {
            peer.on("monitor_cond_since").reply("[false,'" + TXN + "',{}]");
            Monitor started = scene.get(client.monitor(MonitorSpec.of("db", T), scene.monitorLog("m")));
            scene.events.clear();
            return started;
        }

        private ScriptedPeer reconnect(ScriptedPeer next) {
            peer.reset();
            scene.loop.advance(SECOND);
            scene.events.removeIf(event -> !event.startsWith("m "));
            return next;
        }

        @Test
        void goesOnFromTheLastTransactionItSaw_E21() {
            peer.notify("update3", "[1,'" + LATER + "',{}]");
            scene.loop.run();
            ScriptedPeer next = scene.server();
            next.on("monitor_cond_since").reply("[true,'" + LATER + "',{}]");

            reconnect(next);

            assertThat(Scene.params(next, "monitor_cond_since"))
                    .singleElement()
                    .asString()
                    .endsWith("'" + LATER + "']");
            assertThat(scene.events).containsExactly("m UPDATE {}", "m suspended", "m RESUMED {}");
        }

        @Test
        void isDeliveredAnewWhenTheServerDoesNotRemember() {
            ScriptedPeer next = scene.server();
            next.on("monitor_cond_since").reply("[false,'" + LATER + "',{}]");

            reconnect(next);

            assertThat(scene.events).containsExactly("m suspended", "m CONTENTS {}");
        }

        @Test
        void isAskedForBeforeCallsThatWaited() {
            ScriptedPeer next = scene.server();
            next.on("monitor_cond_since").reply("[true,'" + TXN + "',{}]");
            peer.reset();
            scene.loop.run();
            client.call("waited");

            scene.loop.advance(SECOND);

            assertThat(Scene.methods(next)).containsExactly("monitor", "get_schema", "monitor_cond_since", "waited");
        }

        @Test
        void startsAnewWithNewConditionsIfTheirChangeWasNotAcknowledged_E22() {
            peer.on("monitor_cond_change").stayQuiet();
            CompletableFuture<Void> change = monitor.change(MonitorConditions.of("T", Condition.FALSE));
            scene.loop.run();
            ScriptedPeer next = scene.server();
            next.on("monitor_cond_since").reply("[false,'" + LATER + "',{}]");

            reconnect(next);

            assertThat(Scene.params(next, "monitor_cond_since"))
                    .singleElement()
                    .asString()
                    .contains("'where':[false]")
                    .endsWith("'00000000-0000-0000-0000-000000000000']");
            assertThat(scene.get(change)).isNull();
        }

        @Test
        void keepsAcknowledgedConditionsAndStillGoesOn_E22() {
            peer.on("monitor_cond_change").reply("{}");
            scene.get(monitor.change(MonitorConditions.of("T", Condition.FALSE)));
            ScriptedPeer next = scene.server();
            next.on("monitor_cond_since").reply("[true,'" + TXN + "',{}]");

            reconnect(next);

            assertThat(Scene.params(next, "monitor_cond_since"))
                    .singleElement()
                    .asString()
                    .contains("'where':[false]")
                    .endsWith("'" + TXN + "']");
        }

        @Test
        void takesConditionsThatChangeWithoutAConnection() {
            peer.reset();
            scene.loop.run();
            CompletableFuture<Void> change = monitor.change(MonitorConditions.of("T", Condition.FALSE));
            assertThat(change).isNotDone();
            ScriptedPeer next = scene.server();
            next.on("monitor_cond_since").reply("[false,'" + LATER + "',{}]");

            scene.loop.advance(SECOND);

            assertThat(scene.get(change)).isNull();
            assertThat(Scene.params(next, "monitor_cond_since"))
                    .singleElement()
                    .asString()
                    .contains("'where':[false]");
        }

        @Test
        void startsAnewIfAChangeOfConditionsTimedOut_E22() {
            peer.on("monitor_cond_change").stayQuiet();
            CompletableFuture<Void> change = monitor.change(MonitorConditions.of("T", Condition.FALSE));
            scene.loop.advance(Duration.ofMinutes(2));
            assertThat(scene.failure(change)).isInstanceOf(RequestTimeoutException.class);
            ScriptedPeer next = scene.server();
            next.on("monitor_cond_since").reply("[false,'" + LATER + "',{}]");

            reconnect(next);

            assertThat(Scene.params(next, "monitor_cond_since"))
                    .singleElement()
                    .asString()
                    .doesNotContain("where")
                    .endsWith("'00000000-0000-0000-0000-000000000000']");
        }

        @Test
        void conditionsThatTheNextServerRefusesFailTheirChangeAlone() {
            peer.reset();
            scene.loop.run();
            CompletableFuture<Void> change = monitor.change(MonitorConditions.of("T", Condition.FALSE));
            ScriptedPeer next = scene.server();
            next.on("monitor_cond_since").replyError("{'error':'syntax error'}");
            next.on("monitor_cond_since").reply("[false,'" + LATER + "',{}]");

            scene.loop.advance(SECOND);

            assertThat(scene.failure(change)).isInstanceOf(RemoteErrorException.class);
            assertThat(monitor.state()).isEqualTo(Monitor.State.ACTIVE);
            assertThat(monitor.requests()).isEqualTo(T);
            assertThat(Scene.params(next, "monitor_cond_since"))
                    .last()
                    .asString()
                    .doesNotContain("where");
        }

        @Test
        void thatHasNoAnswerYetWaitsForTheNextConnectionUpToItsTimeOut() {
            peer.on("monitor_cond").stayQuiet();
            CompletableFuture<Monitor> second = client.monitorCond("db", T, scene.monitorLog("n"));
            scene.loop.run();
            peer.reset();
            scene.loop.run();
            assertThat(second).isNotDone();

            scene.loop.advance(Duration.ofSeconds(61));

            assertThat(scene.failure(second)).isInstanceOf(RequestTimeoutException.class);
            assertThat(scene.events).contains("n ended by RequestTimeoutException");
        }

        @Test
        void doesNotGoOnFromContentsCutOffInTheMiddle() {
            ScriptedPeer middle = scene.server();
            middle.on("monitor_cond_since")
                    .send("{'id':$id,'result':[false,'" + LATER + "',{'T':{'" + TXN + "':{'initial':{}},")
                    .thenHangUp();
            ScriptedPeer last = scene.server();
            last.on("monitor_cond_since").reply("[false,'" + LATER + "',{}]");
            reconnect(middle);

            scene.loop.advance(Duration.ofSeconds(3));

            assertThat(scene.events).contains("m aborted CONTENTS");
            assertThat(Scene.params(last, "monitor_cond_since"))
                    .singleElement()
                    .asString()
                    .endsWith("'00000000-0000-0000-0000-000000000000']");
        }

        @Test
        void thatWasCancelledMeanwhileIsNotAskedForAgain() {
            peer.reset();
            scene.loop.run();
            scene.get(monitor.cancel());
            ScriptedPeer next = scene.server();

            scene.loop.advance(SECOND);

            assertThat(Scene.methods(next)).isEmpty();
        }
    }

    @Nested
    class TheFirstConnect {
        @Test
        void failsWhenEveryRemoteHasFailedOnce() {
            CompletableFuture<OvsdbClient> connected =
                    exact().remotes("tcp:192.0.2.2:1").connect();

            assertThat(scene.failure(connected)).isInstanceOf(ConnectFailedException.class);
            assertThat(scene.connector.dialled()).hasSize(2);
            scene.loop.advance(Duration.ofMinutes(1));
            assertThat(scene.connector.dialled()).hasSize(2);
        }

        @Test
        void isOverWhenTheSessionIsLive() {
            scene.server();

            OvsdbClient client = scene.tracked(scene.get(exact().connect()));

            assertThat(client.state()).isEqualTo(SessionState.LIVE);
        }

        @Test
        void triesUnfitServersUntilItsTimeOut() {
            for (int i = 0; i < 10; i++) {
                scene.peer().on("monitor_cond").reply("{}");
            }
            CompletableFuture<OvsdbClient> patient = exact().database("db")
                    .firstConnectTimeout(Duration.ofSeconds(5))
                    .connect();
            scene.loop.advance(Duration.ofSeconds(4));
            assertThat(patient).isNotDone();
            scene.loop.advance(Duration.ofSeconds(2));

            assertThat(scene.failure(patient))
                    .isInstanceOfSatisfying(
                            ConnectFailedException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(ConnectFailedException.Kind.TIMEOUT))
                    .hasMessageContaining("has no database db");
        }

        @Test
        void endsTheSessionWhenItsFutureIsCancelled() {
            CompletableFuture<Transport> hanging = scene.connector.hangs();
            CompletableFuture<OvsdbClient> connected = exact().connect();
            scene.loop.run();

            connected.cancel(false);
            scene.loop.run();

            assertThat(hanging).isCancelled();
        }
    }

    @Nested
    class AnUntrustedRemote {
        @Test
        void endsASessionThatWasNeverLiveAtOnce() {
            scene.connector.fails(ConnectFailedException.Kind.UNTRUSTED);

            OvsdbClient client = scene.start(exact());

            assertThat(client.state()).isEqualTo(SessionState.CLOSED);
            assertThat(scene.failure(client.closed())).isInstanceOf(ConnectFailedException.class);
            assertThat(scene.events).contains("untrusted tcp:192.0.2.1:6640");
        }

        @Test
        void isALoudEventLaterAndTriedAgain() {
            ScriptedPeer peer = scene.server();
            OvsdbClient client = scene.start(exact());
            scene.connector.fails(ConnectFailedException.Kind.UNTRUSTED);
            scene.server();

            peer.reset();
            scene.loop.advance(Duration.ofSeconds(4));

            assertThat(scene.events).contains("untrusted tcp:192.0.2.1:6640");
            assertThat(client.state()).isEqualTo(SessionState.LIVE);
        }
    }
}
