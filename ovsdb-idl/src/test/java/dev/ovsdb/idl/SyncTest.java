package dev.ovsdb.idl;

import static dev.ovsdb.idl.Scene.contents;
import static dev.ovsdb.idl.Scene.initial;
import static dev.ovsdb.idl.Scene.insert;
import static dev.ovsdb.idl.Scene.rename;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.idl.IdlState.Phase;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How a replica becomes like its database, and stays so. */
class SyncTest {
    private static final String WITHOUT_N = Scene.schema("'name':{'type':'string'}", "'x':{'type':'integer'}");
    private static final String WITH_M = Scene.schema(
            "'name':{'type':'string'},'n':{'type':'integer'},'m':{'type':'string'}", "'x':{'type':'real'}");
    private static final String LATER_VERSION = Scene.SCHEMA.replace("1.0.0", "1.0.1");
    private static final String WATCH = "['schema','db']";

    private final Scene scene = new Scene();
    private final ScriptedPeer server = scene.server();
    private final List<Phase> phases = new ArrayList<>();

    @AfterEach
    void nothingIsLeft() {
        scene.close();
    }

    private LiveIdl live(String... rows) {
        return live(Idl.of(Scene.ALL), rows);
    }

    private LiveIdl live(IdlBuilder builder, String... rows) {
        server.on("monitor_cond_since").reply(contents(rows));
        return scene.idl(builder);
    }

    /** The database is converted: the monitors end, and the next schema is the one that was scripted behind the first. */
    private void convert() {
        server.notify("monitor_canceled", "[" + WATCH + "]");
        server.notify("monitor_canceled", "[" + Scene.monitorId(server) + "]");
        scene.loop.run();
    }

    @Test
    void goesFromConnectingOverSyncingToLive() {
        server.on("monitor_cond_since").stayQuiet();
        LiveIdl idl = (LiveIdl) Idl.of(Scene.ALL).clock(scene.loop.clock()).connect(scene.session());
        phases.add(idl.state().phase());
        scene.loop.run();
        phases.add(idl.state().phase());
        assertThat(idl.live()).isNotDone();

        server.send("{'id':" + server.received("monitor_cond_since").get(0).id() + ",'result':" + contents()
                + ",'error':null}");
        scene.loop.run();
        phases.add(idl.state().phase());

        assertThat(phases).containsExactly(Phase.CONNECTING, Phase.SYNCING, Phase.LIVE);
        assertThat(idl.live()).isCompleted();
        idl.close();
        assertThat(idl.state().phase()).isEqualTo(Phase.STOPPED);
        assertThat(idl.stopped()).isCompleted();
    }

    @Nested
    class WhenTheConnectionIsLost {
        @Test
        void isStaleSinceThenAndGoesOnWhereItWas() {
            LiveIdl idl = live(initial(1, "a"));
            IdlRow row = idl.table("T").require(Scene.row(1));
            scene.loop.advance(Duration.ofSeconds(20));
            server.hangUp();
            scene.loop.run();
            assertThat(idl.state().phase()).isEqualTo(Phase.STALE);
            assertThat(idl.state().since()).isEqualTo(scene.loop.clock().now());
            assertThat(idl.state().cause()).isPresent();
            assertThat(Scene.names(idl)).containsExactly("a");

            ScriptedPeer next = scene.server();
            next.on("monitor_cond_since").reply("[true,'" + Scene.row(997) + "',{'T':{" + insert(2, "b") + "}}]");
            scene.loop.advance(Scene.AWHILE);

            assertThat(idl.state().isLive()).isTrue();
            assertThat(Scene.names(idl)).containsExactly("a", "b");
            assertThat(idl.table("T").require(Scene.row(1)).values()).isSameAs(row.values());
        }

        @Test
        void asksByOtherColumnsOnAServerOfAnotherSchema() {
            LiveIdl idl = live(initial(1, "a"));
            ScriptedPeer next = scene.server(WITH_M);
            next.on("monitor_cond_since").reply(contents(initial(1, "a"))); // By the old columns.
            next.on("monitor_cond_since")
                    .reply("[false,'" + Scene.row(999) + "',{'T':{'" + Scene.row(1)
                            + "':{'initial':{'name':'a','m':'new'}}}}]");
            server.hangUp();
            scene.loop.advance(Scene.AWHILE);

            assertThat(Scene.params(next, "monitor_cond_since"))
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("'m'");
            assertThat(idl.state().isLive()).isTrue();
            assertThat(idl.table("T").require(Scene.row(1)).get("m")).hasToString("\"new\"");
        }
    }

    @Nested
    class WhenTheDatabaseIsConverted {
        @Test
        void asksAgainForTheSameWhereNothingThatIsWantedDiffers() {
            server.on("get_schema").reply(WITHOUT_N);
            LiveIdl idl = live(Idl.of(Interest.of("db").table("T", "name").build()), initial(1, "a"));
            scene.loop.run();
            convert();

            assertThat(idl.state().isLive()).isTrue();
            assertThat(idl.schema().requireTable("T").column("n")).isEmpty();
            assertThat(server.received("monitor_cond_since")).hasSize(2);
        }

        @Test
        void readsColumnsThatVanishAsTheyWereExpected() {
            server.on("get_schema").reply(WITHOUT_N);
            server.on("monitor_cond_since").reply(contents(initial(1, "a")));
            server.on("monitor_cond_since").replyError("{'error':'no column n'}");
            server.on("monitor_cond_since").reply(contents(initial(1, "b")));
            LiveIdl idl =
                    scene.idl(Idl.of(Interest.of("db").table("T", "name", "n").build()));
            convert();

            assertThat(idl.state().isLive()).isTrue();
            assertThat(idl.hasColumn("T", "n")).isFalse();
            assertThat(idl.table("T").require(Scene.row(1)).get("name")).hasToString("\"b\"");
            assertThat(idl.table("T").require(Scene.row(1)).get("n").isEmpty()).isTrue();
        }

        @Test
        void takesColumnsThatAppear() {
            server.on("get_schema").reply(WITH_M);
            server.on("monitor_cond_since").reply(contents(initial(1, "a")));
            server.on("monitor_cond_since").reply(contents(initial(1, "a")));
            server.on("monitor_cond_since")
                    .reply("[false,'" + Scene.row(999) + "',{'T':{'" + Scene.row(1)
                            + "':{'initial':{'name':'a','m':'new'}}}}]");
            LiveIdl idl = scene.idl();
            View before = idl.view();
            convert();

            assertThat(idl.table("T").require(Scene.row(1)).get("m")).hasToString("\"new\"");
            assertThat(before.table("T").require(Scene.row(1)).get("m")).hasToString("\"\""); // The default.
            before.close();
        }
    }

    @Nested
    class WhenASchemaIsNotKnownAnyMoreAsContentsCome {
        @Test
        void asksOnceItIsKnownIfItIsAnother() {
            server.on("monitor_cond_since").reply(contents(initial(1, "a")));
            server.on("monitor_cond_since").reply(contents(initial(1, "a"))); // Of the old columns, which it still has.
            server.on("monitor_cond_since")
                    .reply("[false,'" + Scene.row(999) + "',{'T':{'" + Scene.row(1)
                            + "':{'initial':{'name':'a','m':'new'}}}}]");
            server.on("get_schema").reply(WITH_M);
            server.on("get_schema").reply(WITH_M);
            LiveIdl idl = scene.idl();
            server.notify("monitor_canceled", "[" + Scene.monitorId(server) + "]");
            server.notify(
                    "monitor_canceled", "[" + WATCH + "]"); // The schema that was asked for may be of either side.
            scene.loop.advance(Scene.AWHILE);

            assertThat(idl.hasColumn("T", "m")).isTrue();
            assertThat(idl.table("T").require(Scene.row(1)).get("m")).hasToString("\"new\"");
            assertThat(idl.state().isLive()).isTrue();
        }
    }

    @Nested
    class WhenATableAppears {
        @Test
        void hasTheIndexesOfTheSchema() {
            String indexed = Scene.SCHEMA.replace("'T':{", "'T':{'indexes':[['name']],");
            server.on("monitor_cond_since").reply(contents(initial(1, "a")));
            server.on("monitor_cond_since").reply(contents(initial(1, "a"), initial(2, "b")));
            server.on("get_schema").reply(indexed);
            LiveIdl idl = scene.idl();
            convert();

            assertThat(idl.table("T").index("name").find("a")).isPresent();
            assertThat(idl.table("T").index("name").find("b")).isPresent();
        }

        @Test
        void isFollowedFromThenOn() {
            server.on("monitor_cond_since").reply("[false,'" + Scene.row(999) + "',{}]");
            server.on("monitor_cond_since").reply("[false,'" + Scene.row(999) + "',{}]");
            server.on("get_schema")
                    .reply(Scene.SCHEMA.replace("'T':{", "'V':{'columns':{'v':{'type':'string'}}},'T':{"));
            LiveIdl idl =
                    scene.idl(Idl.of(Interest.of("db").table("U").table("V").build()));
            assertThat(idl.hasTable("V")).isFalse();
            assertThat(idl.table("V").size()).isZero();
            convert();

            assertThat(idl.hasTable("V")).isTrue();
            assertThat(idl.state().isLive()).isTrue();
        }
    }

    @Nested
    class WhenTheDatabaseIsRemoved {
        @Test
        void isStaleUntilItIsThereAgain() {
            server.on("monitor_cond_since").reply(contents(initial(1, "a")));
            server.on("monitor_cond_since").replyError("{'error':'unknown database'}");
            server.on("monitor_cond_since").reply(contents(initial(2, "b")));
            server.on("get_schema").replyError("{'error':'unknown database'}");
            server.on("get_schema").reply(LATER_VERSION);
            LiveIdl idl = scene.idl();
            convert();
            assertThat(idl.state().phase()).isEqualTo(Phase.STALE);
            assertThat(Scene.names(idl)).containsExactly("a");

            scene.loop.advance(Duration.ofSeconds(30));

            assertThat(idl.state().isLive()).isTrue();
            assertThat(Scene.names(idl)).containsExactly("b");
        }
    }

    @Nested
    class WhenWhatComesDoesNotFit {
        @Test
        void readsEverythingAnewFromTheStart() {
            server.on("monitor_cond_since").reply(contents(initial(1, "a")));
            server.on("monitor_cond_since").reply(contents(initial(1, "c")));
            LiveIdl idl = scene.idl();
            scene.update(server, "T", rename(7, "nobody"));

            assertThat(Scene.names(idl)).containsExactly("c");
            assertThat(idl.state().isLive()).isTrue();
            assertThat(Scene.params(server, "monitor_cond_since"))
                    .last()
                    .asString()
                    .contains("'00000000-0000-0000-0000-000000000000'");
        }

        @Test
        void readsEverythingAnewForASecondRowInAnIndexOfTheSchema() {
            server.on("get_schema").reply(Scene.SCHEMA.replace("'T':{", "'T':{'indexes':[['name']],"));
            server.on("monitor_cond_since").reply(contents());
            server.on("monitor_cond_since").reply(contents(initial(1, "a"), initial(2, "b")));
            server.on("monitor_cond_since").reply(contents(initial(1, "a"), initial(2, "c")));
            LiveIdl idl = scene.idl();
            convert();
            scene.update(server, "T", rename(2, "a"));

            assertThat(Scene.names(idl)).containsExactly("a", "c");
            assertThat(idl.state().isLive()).isTrue();
            assertThat(server.received("monitor_cond_since")).hasSize(3);
        }

        @Test
        void waitsWhereThatDoesNotHelp() {
            server.on("monitor_cond_since").reply(contents(initial(1, "a")));
            server.on("monitor_cond_since").reply("[true,'" + Scene.row(997) + "',{'T':{" + rename(7, "x") + "}}]");
            LiveIdl idl = scene.idl();
            scene.update(server, "T", rename(7, "nobody"));
            assertThat(idl.state().phase()).isEqualTo(Phase.STALE);
            assertThat(server.received("monitor_cond_since")).hasSize(2);

            scene.loop.advance(Duration.ofSeconds(9));

            assertThat(server.received("monitor_cond_since")).hasSize(3);
            assertThat(idl.state().phase()).isEqualTo(Phase.STALE);
        }
    }

    @Nested
    class TheFirstRequest {
        @Test
        void thatIsRefusedForGoodStopsIt() {
            server.on("monitor_cond_since").replyError("{'error':'not allowed'}");
            LiveIdl idl = scene.idl();

            assertThat(idl.state().phase()).isEqualTo(Phase.STOPPED);
            assertThat(Scene.failure(idl.live())).isInstanceOf(RemoteErrorException.class);
            assertThat(Scene.failure(idl.stopped())).isInstanceOf(RemoteErrorException.class);
            assertThat(idl.client().closed()).isDone();
        }

        @Test
        void thatIsRefusedForAConversionMeanwhileIsMadeAnew() {
            server.on("monitor_cond_since").replyError("{'error':'no column n'}");
            server.on("monitor_cond_since").reply(contents(initial(1, "a")));
            server.on("get_schema").reply(WITHOUT_N);
            LiveIdl idl = scene.idl();

            assertThat(idl.state().isLive()).isTrue();
            assertThat(Scene.names(idl)).containsExactly("a");
        }

        @Test
        void ofADatabaseThatIsNotThereStopsIt() {
            OvsdbClient client = scene.client();
            scene.on(client, Idl.of(Scene.ALL)).close(); // Takes the schema that is there.
            server.on("get_schema").replyError("{'error':'unknown database'}");
            server.on("get_schema").replyError("{'error':'unknown database'}");
            client.getSchema("db");
            LiveIdl idl = scene.on(client, Idl.of(Interest.everything("other")));

            assertThat(idl.state().phase()).isEqualTo(Phase.STOPPED);
            assertThat(Scene.failure(idl.live())).isInstanceOf(RemoteErrorException.class);
        }

        @Test
        void thatIsNotAnsweredInTimeIsMadeAgain() {
            server.on("monitor_cond_since").stayQuiet();
            server.on("monitor_cond_since").reply(contents(initial(1, "a")));
            server.on("echo").reply("[]");
            LiveIdl idl = scene.idl();
            scene.loop.advance(Duration.ofSeconds(70));

            assertThat(idl.state().isLive()).isTrue();
            assertThat(idl.live()).isCompleted();
        }

        @Test
        void maySlowlyTakeManyTimeOutsAndIsGivenUpByOneInWhichNothingCame() {
            Duration timeout = Duration.ofSeconds(3);
            Duration almost = timeout.minusMillis(1);
            server.on("monitor_cond_since").stayQuiet();
            server.on("monitor_cond_since").reply(contents(initial(4, "d")));
            OvsdbClient client = scene.session().downloadTimeout(timeout).start();
            LiveIdl idl = scene.on(client, Idl.of(Scene.ALL));
            String slow =
                    "{'id':" + server.received("monitor_cond_since").get(0).id() + ",'result':"
                            + contents(initial(1, "a"), initial(2, "b"), initial(3, "c")) + ",'error':null}";
            int parts = 8;
            int part = slow.length() / parts;
            for (int i = 0; i < parts - 1; i++) {
                server.send(slow.substring(i * part, (i + 1) * part));
                scene.loop.advance(almost);
                assertThat(idl.state().cause()).isEmpty();
            }

            server.pauseReading(true); // It is in the middle of its reply.
            scene.loop.advance(Duration.ofMillis(1));

            assertThat(idl.state().phase()).isEqualTo(Phase.SYNCING);
            assertThat(idl.state().cause()).get().isInstanceOf(RequestTimeoutException.class);
            assertThat(idl.table("T").size()).isZero();

            server.send(slow.substring((parts - 1) * part)); // Too late.
            server.pauseReading(false);
            scene.loop.run();
            assertThat(idl.state().isLive()).isTrue();
            assertThat(Scene.names(idl)).containsExactly("d");
            idl.close();
            client.close();
        }

        @Test
        void waitsForAConnectionHoweverLongAlsoOnASessionThatDoesNotWait() {
            ScriptedPeer gone = server;
            gone.on("monitor_cond_since").stayQuiet();
            OvsdbClient client = scene.session().failFast().start();
            LiveIdl idl = scene.on(client, Idl.of(Scene.ALL));
            gone.hangUp();
            scene.loop.advance(Duration.ofMinutes(3));
            assertThat(idl.state().isLive()).isFalse();
            assertThat(idl.state().cause()).isPresent();

            ScriptedPeer next = scene.server();
            next.on("monitor_cond_since").reply(contents());
            scene.loop.advance(Scene.AWHILE);

            assertThat(idl.state().isLive()).isTrue();
            idl.close();
            client.close();
        }
    }

    @Nested
    class OnASessionOfSomebodyElse {
        @Test
        void severalLiveSideBySideAndLeaveItOpen() {
            server.on("monitor_cond_since").reply(contents(initial(1, "a")));
            OvsdbClient client = scene.client();
            LiveIdl one = scene.on(client, Idl.of(Scene.ALL).monitorId(JsonValue.of("mine")));
            LiveIdl two = scene.on(client, Idl.of(Scene.ALL));
            assertThat(one.state().isLive()).isTrue();
            assertThat(two.state().isLive()).isTrue();
            assertThat(Scene.params(server, "monitor_cond_since").get(0)).startsWith("['db','mine'");

            one.close();
            scene.loop.run();

            assertThat(client.closed()).isNotDone();
            assertThat(Scene.params(server, "monitor_cancel")).containsExactly("['mine']");
            assertThat(two.state().isLive()).isTrue();
            assertThatThrownBy(two::forceReconnect).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> two.setRemotes("tcp:192.0.2.1:1")).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void anIdThatIsTakenStopsTheSecond() {
            server.on("monitor_cond_since").reply(contents());
            OvsdbClient client = scene.client();
            scene.on(client, Idl.of(Scene.ALL).monitorId(JsonValue.of("mine")));
            LiveIdl two = scene.on(client, Idl.of(Scene.ALL).monitorId(JsonValue.of("mine")));

            assertThat(Scene.failure(two.live())).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void stopsWithItsSession() {
            server.on("monitor_cond_since").reply(contents(initial(1, "a")));
            OvsdbClient client = scene.client();
            LiveIdl idl = scene.on(client, Idl.of(Scene.ALL));
            client.close();
            scene.loop.run();

            assertThat(Scene.failure(idl.stopped())).isInstanceOf(ConnectionClosedException.class);
            assertThat(Scene.names(idl)).containsExactly("a");
        }

        @Test
        void asksAnewUnderAnotherId() {
            server.on("monitor_cond_since").reply(contents());
            OvsdbClient client = scene.client();
            LiveIdl idl = scene.on(client, Idl.of(Scene.ALL).monitorId(JsonValue.of("mine")));
            scene.update(server, "T", rename(7, "nobody"));

            assertThat(idl.state().isLive()).isTrue();
            assertThat(Scene.params(server, "monitor_cond_since").get(1)).startsWith("['db',['mine',1]");
        }
    }

    @Nested
    class ClosedInTheMiddle {
        @Test
        void ofTheContentsItShowsNothingOfThem() {
            String reply = "{'id':$,'result':" + contents(initial(1, "a"), initial(2, "b")) + ",'error':null}";
            server.on("monitor_cond_since").stayQuiet();
            LiveIdl idl = scene.idl();
            String text = reply.replace(
                    "$",
                    String.valueOf(server.received("monitor_cond_since").get(0).id()));
            server.send(text.substring(0, text.length() - 40));
            scene.loop.run();

            idl.close();
            scene.loop.run();

            assertThat(idl.table("T").size()).isZero();
            assertThat(idl.view().table("T").rows()).isEmpty();
            assertThat(Scene.failure(idl.live())).isInstanceOf(CancellationException.class);
        }

        @Test
        void beforeThereIsAConnection() {
            LiveIdl idl = (LiveIdl) Idl.of(Scene.ALL).connect(scene.session());
            idl.close();
            idl.close();
            scene.loop.run();

            assertThat(idl.stopped()).isCompleted();
            assertThat(server.received("monitor_cond_since")).isEmpty();
        }

        @Test
        void itIsNeverLiveAgain() {
            LiveIdl idl = live(initial(1, "a"));
            server.notify("update3", "[1,'" + Scene.row(9) + "',{'T':{" + insert(2, "b") + "}}]");
            idl.close();
            scene.loop.run();

            assertThat(idl.state().phase()).isEqualTo(Phase.STOPPED);
            assertThat(Scene.names(idl)).containsExactly("a");
        }
    }

    @Test
    void itsOwnSessionIsLeftForAnotherWhenTold() {
        LiveIdl idl = live(initial(1, "a"));
        ScriptedPeer next = scene.server();
        next.on("monitor_cond_since").reply("[true,'" + Scene.row(998) + "',{}]");

        idl.forceReconnect();
        scene.loop.run();
        assertThat(server.isClosed()).isTrue();
        assertThat(idl.state().isLive()).isTrue();

        idl.setRemotes("tcp:192.0.2.1:6640,tcp:192.0.2.9:6640");
        scene.loop.run();
        assertThat(next.isClosed()).isFalse();
    }
}
