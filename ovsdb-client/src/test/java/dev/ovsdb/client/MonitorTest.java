package dev.ovsdb.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.client.monitor.Monitor;
import dev.ovsdb.client.monitor.MonitorListener;
import dev.ovsdb.client.monitor.MonitorMessage;
import dev.ovsdb.client.monitor.MonitorMethod;
import dev.ovsdb.client.monitor.MonitorSpec;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.monitor.MonitorRequest;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import dev.ovsdb.protocol.monitor.RowUpdate;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.rpc.UnexpectedResultException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MonitorTest {
    private static final String ROW = "22222222-2222-4222-8222-222222222222";
    private static final String TXN = "33333333-3333-4333-8333-333333333333";
    private static final MonitorRequests T = MonitorRequests.of("T", MonitorRequest.columns("name"));
    private static final MonitorSpec SPEC = MonitorSpec.of("db", T);

    private final Scene scene = new Scene();
    private final ScriptedPeer peer = scene.server();
    private final OvsdbClient client = scene.start();

    @AfterEach
    void nothingIsLeft() {
        scene.close();
    }

    private Monitor monitor(MonitorSpec spec) {
        Monitor monitor = scene.get(client.monitor(spec, scene.monitorLog("m")));
        scene.events.removeIf(event -> !event.startsWith("m "));
        return monitor;
    }

    private Monitor following() {
        peer.on("monitor_cond_since").reply("[false,'" + TXN + "',{}]");
        Monitor monitor = monitor(SPEC);
        scene.events.clear();
        return monitor;
    }

    @Test
    void theContentsAreDeliveredBeforeTheFutureCompletes() {
        peer.on("monitor_cond_since").reply("[false,'" + TXN + "',{'T':{'" + ROW + "':{'initial':{'name':'a'}}}}]");

        Monitor monitor = monitor(SPEC);

        assertThat(scene.events)
                .singleElement()
                .asString()
                .startsWith("m CONTENTS")
                .contains("Initial", "a");
        assertThat(monitor.lastTransactionId()).isEqualTo(UUID.fromString(TXN));
        assertThat(monitor.state()).isEqualTo(Monitor.State.ACTIVE);
        assertThat(client.health().isUp()).isTrue();
    }

    @Test
    void anUpdateRightBehindTheReplyIsNotLost() {
        peer.on("monitor_cond").reply("{}").thenNotify("update2", "[1,{'T':{'" + ROW + "':{'insert':{'name':'b'}}}}]");

        monitor(SPEC.methods(MonitorMethod.MONITOR_COND));

        assertThat(scene.events)
                .hasSize(2)
                .last()
                .asString()
                .startsWith("m UPDATE")
                .contains("Insert", "b");
    }

    @Test
    void eachOfTheThreeMethodsHasItsNotification_E17_E18_E21() {
        peer.on("monitor_cond").reply("{}");
        peer.on("monitor_cond_since").reply("[false,'" + TXN + "',{}]");
        monitor(SPEC.methods(MonitorMethod.MONITOR).id(Scene.json("'v1'")));
        monitor(SPEC.methods(MonitorMethod.MONITOR_COND).id(Scene.json("['v2',{}]")));
        monitor(SPEC.methods(MonitorMethod.MONITOR_COND_SINCE).id(Scene.json("null")));
        scene.events.clear();

        peer.notify("update", "['v1',{'T':{'" + ROW + "':{'new':{'name':'one'}}}}]");
        peer.notify("update2", "[['v2',{}],{'T':{'" + ROW + "':{'delete':null}}}]");
        peer.notify("update3", "[null,'" + TXN + "',{'T':{'" + ROW + "':{'modify':{'name':'three'}}}}]");
        scene.loop.run();

        assertThat(scene.events).hasSize(3);
        assertThat(scene.events.get(0)).contains("Insert", "one");
        assertThat(scene.events.get(1)).contains("Delete");
        assertThat(scene.events.get(2)).contains("Modify", "three");
    }

    @Test
    void ownChangesComeBeforeTheReply_E25() {
        following();
        peer.on("transact")
                .send("{'id':null,'method':'update3','params':[1,'" + TXN + "',{'T':{'" + ROW + "':{'insert':{}}}}]}")
                .reply("[]");

        client.transact("db").thenRun(() -> scene.events.add("reply"));
        scene.loop.run();

        assertThat(scene.events).hasSize(2).last().isEqualTo("reply");
    }

    @Test
    void valuesAreReadByTheSchemaAskedForAhead() {
        peer.on("monitor_cond").reply("{'T':{'" + ROW + "':{'initial':{'real':1}}}}");
        List<RowUpdate> seen = new ArrayList<>();

        scene.get(client.monitorCond("db", T, (table, row, update) -> seen.add(update)));

        assertThat(seen).containsExactly(new RowUpdate.Initial(Row.of(Map.of("real", Datum.of(1.0)))));
        assertThat(Scene.methods(peer)).containsExactly("monitor", "get_schema", "monitor_cond");
    }

    @Test
    void contentsThatComeBeforeTheSchemaAreAskedForAgain() {
        ScriptedPeer hasty = new ScriptedPeer(scene.loop);
        hasty.on("get_schema").stayQuiet();
        hasty.on("monitor_cond").reply("{'T':{'" + ROW + "':{'initial':{'real':1}}}}");
        hasty.on("monitor_cancel").reply("{}");
        OvsdbClient other = scene.tracked(OvsdbClient.builder().on(hasty.transport()));
        CompletableFuture<Monitor> monitor = other.monitorCond("db", T, scene.monitorLog("hasty"));
        scene.loop.run();
        assertThat(monitor).isNotDone();

        hasty.send(
                "{'id':" + hasty.received("get_schema").get(0).id() + ",'result':" + Scene.SCHEMA + ",'error':null}");

        scene.get(monitor);
        assertThat(scene.events).last().asString().startsWith("hasty CONTENTS").contains("1");
        assertThat(hasty.received("monitor_cond")).hasSize(2);
    }

    @Test
    void aSilentDownloadIsGivenUpAndCancelled() {
        peer.on("monitor_cond_since").stayQuiet();
        CompletableFuture<Monitor> monitor = client.monitor(SPEC, scene.monitorLog("m"));

        scene.loop.advance(Duration.ofMinutes(2));

        assertThat(scene.failure(monitor)).isInstanceOf(RequestTimeoutException.class);
        assertThat(Scene.methods(peer)).last().isEqualTo("monitor_cancel");
    }

    @Test
    void anUpdateOfAnUnknownMonitorIsPassedOver() {
        following();

        peer.notify("update3", "['stranger','" + TXN + "',{'T':{'" + ROW + "':{'insert':{}}}}]");
        scene.loop.run();

        assertThat(scene.events).isEmpty();
        assertThat(client.state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void anUpdateThatCannotBeReadEndsTheConnection() {
        following();
        ScriptedPeer next = scene.server();
        next.on("monitor_cond_since").reply("[false,'" + TXN + "',{}]");

        peer.notify("update3", "[1,'" + TXN + "',{'T':{'no-uuid':{'insert':{}}}}]");
        scene.loop.advance(Duration.ofSeconds(2));

        assertThat(peer.isClosed()).isTrue();
        assertThat(scene.events).filteredOn(event -> event.startsWith("m ")).contains("m suspended");
        assertThat(client.state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void contentsThatCannotBeReadFailTheirMonitorAlone() {
        peer.on("monitor_cond_since").reply("[false,'" + TXN + "',{'T':[]}]");

        assertThat(scene.failure(client.monitor(SPEC, scene.monitorLog("m"))))
                .isInstanceOf(UnexpectedResultException.class);
        assertThat(Scene.methods(peer)).last().isEqualTo("monitor_cancel"); // The server follows for nobody.
        assertThat(scene.get(client.echo())).isEmpty();
    }

    @Test
    void contentsThatCannotBeReadAreCancelledBeforeTheyAreAskedForAgain() {
        peer.on("monitor_cond_since").reply("[false,'" + TXN + "',{}]");
        peer.on("monitor_cond_since").reply("[false,'" + TXN + "',{'T':[]}]");
        peer.on("monitor_cond_since").reply("[false,'" + TXN + "',{}]");
        Monitor monitor = monitor(SPEC);

        peer.notify("monitor_canceled", "[1]");
        scene.loop.run();
        assertThat(monitor.state()).isEqualTo(Monitor.State.REFUSED);
        assertThat(Scene.methods(peer)).last().isEqualTo("monitor_cancel"); // Its id would be in use.
        scene.loop.advance(Duration.ofSeconds(8));

        assertThat(monitor.state()).isEqualTo(Monitor.State.ACTIVE);
    }

    @Test
    void twoMonitorsOfOneIdAreRefusedHere_E15() {
        peer.on("monitor_cond_since").reply("[false,'" + TXN + "',{}]");
        monitor(SPEC.id(Scene.json("'x'")));

        assertThatThrownBy(() -> client.monitor(SPEC.id(Scene.json("'x'")), scene.monitorLog("n")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Nested
    class WhenTheServerIsOld {
        @Test
        void theNextMethodIsTriedOnExactlyUnknownMethod_E41() {
            peer.on("monitor_cond_since").replyError("'unknown method'");
            peer.on("monitor_cond").replyError("'unknown method'");

            Monitor monitor = monitor(SPEC);

            assertThat(monitor.method()).isEqualTo(MonitorMethod.MONITOR);
        }

        @Test
        void anotherErrorIsFinal() {
            peer.on("monitor_cond_since").replyError("'Unknown method'");

            assertThat(scene.failure(client.monitor(SPEC, scene.monitorLog("m"))))
                    .isInstanceOf(RemoteErrorException.class);
            assertThat(Scene.methods(peer)).doesNotContain("monitor_cond");
        }

        @Test
        void conditionsNeverFallBackOnAMethodWithoutThem() {
            peer.on("monitor_cond_since").replyError("'unknown method'");
            peer.on("monitor_cond").replyError("'unknown method'");
            MonitorRequests some = T.withConditions(MonitorConditions.of("T", Condition.FALSE));

            assertThat(scene.failure(client.monitor(MonitorSpec.of("db", some), scene.monitorLog("m"))))
                    .isInstanceOf(RemoteErrorException.class);
            assertThatThrownBy(() -> client.monitor("db", some, scene.monitorLog("m")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class WhenConditionsChange {
        @Test
        void theUpdateComesBeforeTheAcknowledgement_E23() {
            Monitor monitor = following();
            peer.on("monitor_cond_change")
                    .send("{'id':null,'method':'update3','params':[1,'" + TXN + "',{'T':{'" + ROW
                            + "':{'insert':{}}}}]}")
                    .reply("{}");

            monitor.change(MonitorConditions.of("T", Condition.TRUE)).thenRun(() -> scene.events.add("acknowledged"));
            scene.loop.run();

            assertThat(scene.events).hasSize(2).last().isEqualTo("acknowledged");
            assertThat(Scene.params(peer, "monitor_cond_change")).containsExactly("[1,1,{'T':[{'where':[true]}]}]");
        }

        @Test
        void onlyOneIsAtTheServerAtATime() {
            Monitor monitor = following();
            peer.on("monitor_cond_change").stayQuiet();
            monitor.change(MonitorConditions.of("T", Condition.TRUE));
            CompletableFuture<Void> second = monitor.change(MonitorConditions.of("T", Condition.FALSE));
            scene.loop.run();
            assertThat(peer.received("monitor_cond_change")).hasSize(1);

            peer.send("{'id':" + peer.received("monitor_cond_change").get(0).id() + ",'result':{},'error':null}");
            scene.loop.run();
            peer.send("{'id':" + peer.received("monitor_cond_change").get(1).id() + ",'result':{},'error':null}");

            scene.get(second);
            assertThat(monitor.requests()).isEqualTo(T.withConditions(MonitorConditions.of("T", Condition.FALSE)));
        }

        @Test
        void aRefusalLeavesTheOldOnes() {
            Monitor monitor = following();
            peer.on("monitor_cond_change").replyError("{'error':'syntax error'}");

            assertThat(scene.failure(monitor.change(MonitorConditions.of("T", Condition.FALSE))))
                    .isInstanceOf(RemoteErrorException.class);
            assertThat(monitor.requests()).isEqualTo(T);
        }

        @Test
        void monitorKnowsNone() {
            Monitor monitor = monitor(SPEC.methods(MonitorMethod.MONITOR));

            assertThat(scene.failure(monitor.change(MonitorConditions.of("T", Condition.FALSE))))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class AtItsEnd {
        @Test
        void cancellingTheFutureCancelsTheMonitor() {
            peer.on("monitor_cond_since").stayQuiet();
            CompletableFuture<Monitor> monitor = client.monitor(SPEC, scene.monitorLog("m"));
            scene.loop.run();

            monitor.cancel(false);
            scene.loop.run();

            assertThat(Scene.methods(peer)).last().isEqualTo("monitor_cancel");
            assertThat(client.health().isUp()).isTrue();
        }

        @Test
        void aCancelledMonitorHearsNothingMore() {
            peer.on("monitor_cancel").reply("{}");
            Monitor monitor = following();

            scene.get(monitor.cancel());
            peer.notify("update3", "[1,'" + TXN + "',{'T':{'" + ROW + "':{'insert':{}}}}]");
            scene.loop.run();

            assertThat(scene.events).containsExactly("m ended");
            assertThat(monitor.state()).isEqualTo(Monitor.State.ENDED);
            assertThat(scene.failure(monitor.change(MonitorConditions.of("T"))))
                    .isInstanceOf(CancellationException.class);
            assertThat(scene.get(monitor.cancel())).isNull();
        }

        @Test
        void aListenerThatThrowsEndsItsMonitorAlone() {
            peer.on("monitor_cond_since").reply("[false,'" + TXN + "',{}]");
            peer.on("monitor_cancel").reply("{}");
            MonitorListener failing = (table, row, update) -> {
                throw new IllegalStateException("no");
            };
            Monitor broken = scene.get(client.monitor(SPEC, failing));
            monitor(SPEC);
            scene.events.clear();

            String insert = "{'T':{'" + ROW + "':{'insert':{}}}}";
            peer.notify("update3", "[1,'" + TXN + "'," + insert + "]");
            peer.notify("update3", "[2,'" + TXN + "'," + insert + "]");
            scene.loop.run();

            assertThat(broken.state()).isEqualTo(Monitor.State.ENDED);
            assertThat(scene.events).singleElement().asString().startsWith("m UPDATE");
            assertThat(Scene.params(peer, "monitor_cancel")).containsExactly("[1]");
        }

        @Test
        void aMonitorCancelledByItsListenerHearsNothingMore() {
            peer.on("monitor_cond_since").reply("[false,'" + TXN + "',{}]");
            peer.on("monitor_cancel").reply("{}");
            List<String> heard = new ArrayList<>();
            CompletableFuture<Monitor> own = new CompletableFuture<>();
            MonitorListener once = new MonitorListener() {
                @Override
                public void onRow(String table, UUID row, RowUpdate update) {
                    heard.add("row");
                    own.join().cancel();
                }

                @Override
                public void onEnd(MonitorMessage message) {
                    heard.add("end");
                }

                @Override
                public void onEnded(@Nullable Throwable cause) {
                    heard.add("ended " + cause);
                }
            };
            own.complete(scene.get(client.monitor(SPEC, once)));
            heard.clear();

            peer.notify("update3", "[1,'" + TXN + "',{'T':{'" + ROW + "':{'insert':{}},'" + TXN + "':{'insert':{}}}}]");
            scene.loop.run();

            assertThat(heard).containsExactly("row", "ended null");
            assertThat(Scene.params(peer, "monitor_cancel")).containsExactly("[1]");
        }

        @Test
        void aListenerThatThrowsOnTheContentsEndsTheMonitorAtTheServerToo() {
            peer.on("monitor_cond_since").reply("[false,'" + TXN + "',{'T':{'" + ROW + "':{'initial':{}}}}]");
            RuntimeException thrown = new IllegalStateException("no");

            CompletableFuture<Monitor> broken = client.monitor(SPEC, (table, row, update) -> {
                throw thrown;
            });

            assertThat(scene.failure(broken)).isSameAs(thrown);
            assertThat(Scene.params(peer, "monitor_cancel")).containsExactly("[1]");
        }

        @Test
        void aRefusedMonitorLeavesNoTimer() {
            peer.on("monitor_cond_since").reply("[false,'" + TXN + "',{}]");
            peer.on("monitor_cond_since").replyError("{'error':'syntax error'}");
            Monitor monitor = monitor(SPEC);
            peer.notify("monitor_canceled", "[1]");
            scene.loop.run();
            assertThat(monitor.state()).isEqualTo(Monitor.State.REFUSED);

            client.close();
            scene.loop.run();

            assertThat(scene.loop.timers()).isZero();
        }

        @Test
        void theEndOfTheSessionEndsItAndItsChanges() {
            Monitor monitor = following();
            peer.on("monitor_cond_change").stayQuiet();
            CompletableFuture<Void> change = monitor.change(MonitorConditions.of("T", Condition.FALSE));
            scene.loop.run();

            client.close();
            scene.loop.run();

            assertThat(change).isCompletedExceptionally();
            assertThat(scene.events).last().isEqualTo("m ended by ConnectionClosedException");
        }
    }

    @Nested
    class WhenTheDatabaseIsConverted {
        @Test
        void theSchemaIsReadAnewAndTheContentsAreDeliveredAgain_E42() {
            following();
            scene.events.clear();

            peer.notify("monitor_canceled", "[['schema','db']]");
            peer.notify("monitor_canceled", "[1]");
            scene.loop.run();

            assertThat(scene.events).hasSize(2).first().isEqualTo("m suspended");
            assertThat(scene.events.get(1)).startsWith("m CONTENTS");
            assertThat(Scene.methods(peer))
                    .containsExactly(
                            "monitor",
                            "get_schema",
                            "monitor_cond_since",
                            "monitor",
                            "get_schema",
                            "monitor_cond_since");
            assertThat(Scene.params(peer, "monitor_cond_since"))
                    .last()
                    .asString()
                    .contains("00000000-0000");
        }

        @Test
        void conditionsThatWereRefusedWithTheContentsAreSentBehindThem() {
            peer.on("monitor_cond_change").stayQuiet();
            peer.on("monitor_cond_change").reply("{}");

            scene.get(changeThatIsRefusedWithTheContents());

            assertThat(Scene.params(peer, "monitor_cond_since"))
                    .satisfiesExactly(
                            first -> assertThat(first).doesNotContain("where"),
                            refused -> assertThat(refused).contains("'where':[false]"),
                            alone -> assertThat(alone).doesNotContain("where"));
            assertThat(Scene.params(peer, "monitor_cond_change")).hasSize(2);
        }

        @Test
        void conditionsThatAreRefusedOnTheirOwnWereToBlame() {
            peer.on("monitor_cond_change").stayQuiet();
            peer.on("monitor_cond_change").replyError("{'error':'syntax error'}");

            assertThat(scene.failure(changeThatIsRefusedWithTheContents())).isInstanceOf(RemoteErrorException.class);
        }

        private CompletableFuture<Void> changeThatIsRefusedWithTheContents() {
            peer.on("monitor_cond_since").reply("[false,'" + TXN + "',{}]");
            peer.on("monitor_cond_since").replyError("{'error':'syntax error'}");
            peer.on("monitor_cond_since").reply("[false,'" + TXN + "',{}]");
            Monitor monitor = monitor(SPEC);
            CompletableFuture<Void> change = monitor.change(MonitorConditions.of("T", Condition.FALSE));
            scene.loop.run();
            peer.notify("monitor_canceled", "[1]");
            scene.loop.run();
            return change;
        }

        @Test
        void aRefusedMonitorIsAskedForAgainLater() {
            peer.on("monitor_cond_since").reply("[false,'" + TXN + "',{}]");
            peer.on("monitor_cond_since").replyError("{'error':'syntax error','details':'no column name'}");
            peer.on("monitor_cond_since").reply("[false,'" + TXN + "',{}]");
            Monitor monitor = monitor(SPEC);

            peer.notify("monitor_canceled", "[1]");
            scene.loop.run();
            assertThat(monitor.state()).isEqualTo(Monitor.State.REFUSED);
            assertThat(client.health().status()).isEqualTo(Health.Status.DEGRADED);
            scene.loop.advance(Duration.ofSeconds(8));

            assertThat(monitor.state()).isEqualTo(Monitor.State.ACTIVE);
            assertThat(scene.events).contains("m suspended", "m refused");
        }
    }
}
