package dev.ovsdb.idl;

import static dev.ovsdb.idl.Scene.contents;
import static dev.ovsdb.idl.Scene.delete;
import static dev.ovsdb.idl.Scene.initial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Function;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Conditions that are changed while a replica runs. */
class ConditionsTest {
    private static final MonitorConditions ONLY_B = onlyNamed("b");

    private final Scene scene = new Scene();
    private final ScriptedPeer server = scene.server();

    @AfterEach
    void nothingIsLeft() {
        scene.close();
    }

    private static MonitorConditions onlyNamed(String name) {
        return MonitorConditions.of("T", Condition.of("name", Function.EQUAL, Datum.of(name)));
    }

    private LiveIdl live(String... rows) {
        server.on("monitor_cond_since").reply(contents(rows));
        return scene.idl();
    }

    @Test
    void areInPlaceOnceTheServerHasThemAndBehindTheRowsOfTheChange() {
        LiveIdl idl = live(initial(1, "a"));
        assertThat(idl.conditionSequence()).isZero();

        ConditionChange first = idl.setConditions(ONLY_B);
        scene.loop.run();

        assertThat(first.sequence()).isOne();
        assertThat(first.applied()).isCompleted();
        assertThat(idl.conditionSequence()).isOne();
        assertThat(Scene.params(server, "monitor_cond_change"))
                .singleElement()
                .asString()
                .contains("{'T':[{'where':[['name','==','b']]}]}");
        assertThat(idl.interest().conditions()).isEqualTo(ONLY_B);
    }

    @Test
    void theSequenceNumberGoesUpBehindTheRowsWithAManualPaceToo() {
        server.on("monitor_cond_since").reply(contents(initial(1, "a")));
        LiveIdl idl = scene.idl(Idl.of(Scene.ALL).manual());
        idl.run();
        ConditionChange change = idl.setConditions(ONLY_B);
        server.notify("update3", "[" + Scene.monitorId(server) + ",'" + Scene.row(9) + "',{'T':{" + delete(1) + "}}]");
        scene.loop.run();
        assertThat(idl.conditionSequence()).isZero();
        assertThat(change.applied()).isNotDone();
        assertThat(Scene.names(idl)).containsExactly("a");
        long[] rows = {-1};
        change.applied().thenRun(() -> rows[0] = idl.table("T").size());

        idl.run();

        assertThat(idl.conditionSequence()).isOne();
        assertThat(rows[0]).isZero();
    }

    @Test
    void areNotSentAgainWhenTheyAreWhatIsSet() {
        LiveIdl idl = live();
        ConditionChange first = idl.setConditions(ONLY_B);
        ConditionChange same = idl.setConditions(ONLY_B);
        assertThat(same.sequence()).isEqualTo(first.sequence());
        assertThat(same.applied()).isNotDone();
        scene.loop.run();

        assertThat(same.applied()).isCompleted();
        assertThat(idl.setConditions(ONLY_B).applied()).isCompleted();
        assertThat(Scene.params(server, "monitor_cond_change")).hasSize(1);
        assertThat(idl.setConditions(MonitorConditions.of("U")).sequence()).isZero(); // Has none, and had none.
    }

    @Test
    void refusedOnesLeaveTheOldOnesInPlace() {
        server.on("monitor_cond_change").replyError("{'error':'syntax error'}"); // The second, behind a good one.
        server.on("monitor_cond_change").reply("{}");
        LiveIdl idl = live();
        idl.setConditions(ONLY_B);
        scene.loop.run();
        ConditionChange refused = idl.setConditions(onlyNamed("bad"));
        ConditionChange good = idl.setConditions(MonitorConditions.of("U", Condition.FALSE));
        scene.loop.run();

        assertThat(Scene.failure(refused.applied())).isInstanceOf(RemoteErrorException.class);
        assertThat(good.applied()).isCompleted();
        assertThat(idl.conditionSequence()).isEqualTo(3);
        assertThat(idl.interest().conditions().tables().get("T"))
                .isEqualTo(ONLY_B.tables().get("T"));
    }

    @Test
    void whatTookTooLongIsNotSaidAgainBehindWhatWasSetLater() {
        server.on("monitor_cond_change").stayQuiet(); // The second, behind a good one.
        server.on("monitor_cond_change").reply("{}");
        LiveIdl idl = live();
        idl.setConditions(onlyNamed("z"));
        scene.loop.run();
        ConditionChange slow = idl.setConditions(onlyNamed("a"));
        ConditionChange later = idl.setConditions(ONLY_B);
        scene.loop.advance(Duration.ofMinutes(2));

        assertThat(slow.applied()).isCompleted();
        assertThat(later.applied()).isCompleted();
        assertThat(Scene.params(server, "monitor_cond_change"))
                .last()
                .asString()
                .contains("['name','==','b']");
    }

    @Test
    void ofTablesThatAreNotHeldAreRefused() {
        server.on("monitor_cond_since").reply(contents());
        LiveIdl idl = scene.idl(Idl.of(Interest.of("db").table("T").build()));

        assertThatThrownBy(() -> idl.setConditions(MonitorConditions.of("U", Condition.FALSE)))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void ofTablesThatTheServerHasNotGotAreInPlaceAtOnce() {
        server.on("monitor_cond_since").reply(contents());
        LiveIdl idl = scene.idl(Idl.of(Interest.of("db").table("T").table("V").build()));
        ConditionChange change = idl.setConditions(MonitorConditions.of("V", Condition.FALSE));
        scene.loop.run();

        assertThat(change.applied()).isCompleted();
        assertThat(server.received("monitor_cond_change")).isEmpty();
    }

    @Nested
    class BeforeTheFirstContents {
        @Test
        void areAskedForWithThem() {
            server.on("monitor_cond_since").reply(contents(initial(2, "b")));
            LiveIdl idl = (LiveIdl) Idl.of(Scene.ALL).connect(scene.session());
            ConditionChange change = idl.setConditions(ONLY_B);
            assertThat(change.applied()).isNotDone();
            scene.loop.run();

            assertThat(Scene.params(server, "monitor_cond_since"))
                    .singleElement()
                    .asString()
                    .contains("['name','==','b']");
            assertThat(change.applied()).isCompleted();
            assertThat(idl.conditionSequence()).isOne();
            assertThat(server.received("monitor_cond_change")).isEmpty();
            idl.close();
        }

        @Test
        void replaceWhatIsUnderWay() {
            server.on("monitor_cond_since").stayQuiet();
            server.on("monitor_cond_since").reply(contents(initial(2, "b")));
            LiveIdl idl = scene.idl();
            assertThat(idl.state().phase()).isEqualTo(IdlState.Phase.SYNCING);

            ConditionChange change = idl.setConditions(ONLY_B);
            scene.loop.run();

            assertThat(change.applied()).isCompleted();
            assertThat(Scene.names(idl)).containsExactly("b");
            assertThat(server.received("monitor_cancel")).hasSize(1);
        }

        @Test
        void refusedOnesAreLeftOut() {
            server.on("monitor_cond_change").replyError("{'error':'syntax error'}"); // The second, behind a good one.
            server.on("monitor_cond_since").replyError("{'error':'syntax error'}");
            server.on("monitor_cond_since").reply(contents(initial(1, "a")));
            LiveIdl idl = (LiveIdl) Idl.of(Scene.ALL).connect(scene.session());
            ConditionChange good = idl.setConditions(MonitorConditions.of("U", Condition.FALSE));
            ConditionChange change = idl.setConditions(ONLY_B);
            scene.loop.run();

            assertThat(good.applied()).isCompleted();
            assertThat(Scene.failure(change.applied())).isInstanceOf(RemoteErrorException.class);
            assertThat(idl.live()).isCompleted();
            assertThat(idl.interest().conditions().tables().keySet()).containsExactly("U");
            idl.close();
        }
    }

    @Test
    void thatCameWithARefusalForAnotherReasonFollowTheContents() {
        server.on("monitor_cond_since")
                .replyError("{'error':'no column n'}"); // Converted, and back before the schema is asked for.
        server.on("monitor_cond_since").reply(contents(initial(1, "a"), initial(2, "b")));
        server.on("monitor_cond_change").reply("{}");
        LiveIdl idl = (LiveIdl) Idl.of(Scene.ALL).connect(scene.session());
        ConditionChange change = idl.setConditions(ONLY_B);
        ConditionChange other = idl.setConditions(MonitorConditions.of("U", Condition.FALSE));
        scene.loop.run();

        assertThat(change.applied()).isCompleted();
        assertThat(other.applied()).isCompleted();
        assertThat(idl.conditionSequence()).isEqualTo(2);
        assertThat(Scene.params(server, "monitor_cond_since")).last().asString().doesNotContain("['name','==','b']");
        assertThat(Scene.params(server, "monitor_cond_change"))
                .hasSize(2)
                .first()
                .asString()
                .contains("['name','==','b']");
        idl.close();
    }

    @Nested
    class AfterAReconnect {
        @Test
        void areAskedForAgain() {
            LiveIdl idl = live(initial(1, "a"));
            idl.setConditions(ONLY_B);
            scene.loop.run();
            ScriptedPeer next = scene.server();
            next.on("monitor_cond_since").reply("[true,'" + Scene.row(998) + "',{}]");
            server.hangUp();
            scene.loop.advance(Scene.AWHILE);

            assertThat(idl.state().isLive()).isTrue();
            assertThat(Scene.params(next, "monitor_cond_since"))
                    .singleElement()
                    .asString()
                    .contains("['name','==','b']");
        }

        @Test
        void thoseThatWereNotAnsweredAreAskedForWithTheContents() {
            LiveIdl idl = live(initial(1, "a"));
            ScriptedPeer next = scene.server();
            next.on("monitor_cond_since").reply(contents(initial(2, "b")));
            server.hangUp();
            scene.loop.run();
            ConditionChange change = idl.setConditions(ONLY_B);
            assertThat(change.applied()).isNotDone();
            scene.loop.advance(Scene.AWHILE);

            assertThat(change.applied()).isCompleted();
            assertThat(Scene.names(idl)).containsExactly("b");
        }

        @Test
        void areKeptWhenOtherColumnsAreAskedFor() {
            LiveIdl idl = live(initial(1, "a"));
            idl.setConditions(ONLY_B);
            scene.loop.run();
            ScriptedPeer next = scene.server(Scene.schema("'name':{'type':'string'}", "'x':{'type':'integer'}"));
            next.on("monitor_cond_since").replyError("{'error':'no column n'}");
            next.on("monitor_cond_since").reply("[false,'" + Scene.row(999) + "',{'T':{" + initial(2, "b") + "}}]");
            server.hangUp();
            scene.loop.advance(Scene.AWHILE);

            assertThat(Scene.params(next, "monitor_cond_since"))
                    .hasSize(2)
                    .allSatisfy(params -> assertThat(params).contains("['name','==','b']"));
            assertThat(Scene.names(idl)).containsExactly("b");
            assertThat(idl.setConditions(ONLY_B).applied()).isCompleted();
            assertThat(next.received("monitor_cond_change")).isEmpty();
        }
    }

    @Test
    void aRefusalOfAMonitorThatWasReplacedMeanwhileRefusesNothing() {
        server.on("monitor_cond_change").replyError("{'error':'syntax error'}"); // The second, behind a good one.
        server.on("monitor_cond_since").reply(contents(initial(1, "a")));
        server.on("monitor_cond_since").stayQuiet();
        server.on("get_schema").stayQuiet();
        LiveIdl idl = scene.idl();
        idl.setConditions(onlyNamed("a"));
        scene.loop.run();
        ConditionChange change = idl.setConditions(ONLY_B);
        scene.loop.run();
        scene.update(server, "T", delete(7)); // Does not fit, so everything is asked for anew, by the conditions.
        assertThat(server.received("monitor_cond_since")).hasSize(2);

        reply("get_schema", Scene.SCHEMA);
        assertThat(change.applied()).isNotDone();
        reply("monitor_cond_since", contents(initial(2, "b")));

        assertThat(change.applied()).isCompleted();
        assertThat(Scene.names(idl)).containsExactly("b");
        assertThat(idl.interest().conditions()).isEqualTo(ONLY_B);
    }

    /** Answers the last request of a method. */
    private void reply(String method, String result) {
        var asked = server.received(method);
        server.send("{'id':" + asked.get(asked.size() - 1).id() + ",'result':" + result + ",'error':null}");
        scene.loop.run();
    }

    @Nested
    class WhenTheDatabaseIsConverted {
        private static final String N_GONE = Scene.schema("'name':{'type':'string'}", "'x':{'type':'integer'}");

        private void convert() {
            server.notify("monitor_canceled", "[['schema','db']]");
            server.notify("monitor_canceled", "[" + Scene.monitorId(server) + "]");
        }

        @Test
        void thoseThatWereRefusedWithTheOldColumnsAreAskedForWithTheNewOnes() {
            server.on("get_schema").reply(N_GONE);
            server.on("monitor_cond_since").reply(contents(initial(1, "a")));
            server.on("monitor_cond_since").replyError("{'error':'no column n'}"); // With the conditions.
            server.on("monitor_cond_since").replyError("{'error':'no column n'}"); // Without them.
            server.on("monitor_cond_since").reply(contents(initial(2, "b")));
            LiveIdl idl =
                    scene.idl(Idl.of(Interest.of("db").table("T", "name", "n").build()));
            convert();
            ConditionChange change = idl.setConditions(ONLY_B);
            scene.loop.advance(Scene.AWHILE);

            assertThat(change.applied()).isCompleted();
            assertThat(idl.conditionSequence()).isOne();
            assertThat(Scene.names(idl)).containsExactly("b");
            assertThat(Scene.params(server, "monitor_cond_since"))
                    .last()
                    .asString()
                    .contains("['name','==','b']");
        }

        @Test
        void toAndFroWhileARequestIsUnderWayThoseThatWereRefusedThenFollowTheContents() {
            server.on("monitor_cond_since").stayQuiet();
            server.on("monitor_cond_since").reply(contents(initial(2, "b")));
            LiveIdl idl = (LiveIdl)
                    Idl.of(Interest.of("db").table("T", "name", "n").build()).connect(scene.session());
            ConditionChange change = idl.setConditions(ONLY_B);
            scene.loop.run();

            server.notify("monitor_canceled", "[['schema','db']]"); // To one without column n,
            server.send("{'id':" + server.received("monitor_cond_since").get(0).id()
                    + ",'result':null,'error':{'error':'no column n'}}"); // in which it is refused, and back.
            scene.loop.run();

            assertThat(change.applied()).isCompleted();
            assertThat(Scene.names(idl)).containsExactly("b");
            assertThat(Scene.params(server, "monitor_cond_change"))
                    .singleElement()
                    .asString()
                    .contains("['name','==','b']");
            idl.close();
        }

        @Test
        void aRequestThatItRefusesIsMadeAnewWithThem() {
            server.on("get_schema").reply(N_GONE);
            server.on("monitor_cond_since").replyError("{'error':'no column n'}");
            server.on("monitor_cond_since").reply(contents(initial(2, "b")));
            LiveIdl idl = (LiveIdl)
                    Idl.of(Interest.of("db").table("T", "name", "n").build()).connect(scene.session());
            ConditionChange change = idl.setConditions(ONLY_B);
            scene.loop.run();

            assertThat(change.applied()).isCompleted();
            assertThat(Scene.names(idl)).containsExactly("b");
            idl.close();
        }
    }

    @Test
    void thoseThatWaitWhenTheReplicaIsClosedAreCancelled() {
        server.on("monitor_cond_since").stayQuiet();
        LiveIdl idl = scene.idl();
        ConditionChange change = idl.setConditions(ONLY_B);
        idl.close();

        assertThat(Scene.failure(change.applied())).isInstanceOf(CancellationException.class);
    }
}
