package dev.ovsdb.testkit.recording;

import static dev.ovsdb.testkit.assertion.OvsdbAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.jsonrpc.JsonRpcException;
import dev.ovsdb.testkit.database.TestServer;
import dev.ovsdb.testkit.database.Town;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaybackTest {
    private static Recording record() {
        try (TestServer server = Town.server();
                Recorder recorder = Recorder.before(server.remote())) {
            Program.run(recorder.remote());
            return recorder.finish();
        }
    }

    @Test
    void recordsBothSidesWithTheirTimes() {
        Recording recording = record();
        assertThat(recording.sessions()).isEqualTo(1);
        assertThat(recording.calls("transact")).hasSize(3);
        for (RecordedMessage request : recording.calls("transact"))
            assertThat(recording.reply(request))
                    .hasValueSatisfying(reply -> assertThat(reply.micros()).isGreaterThan(request.micros()));
        assertThat(recording.events().get(recording.events().size() - 1)).isInstanceOf(RecordedEnd.class);
        assertThat(Recording.parse(recording.toString())).isEqualTo(recording);
    }

    @Test
    void aClientThatSaysTheSameGetsTheSame() {
        Recording recording = record();
        try (PlaybackServer server = Playback.of(recording).serve()) {
            Program.run(server.remote());
            Comparison comparison = server.finish();
            comparison.requireSame();
            assertThat(comparison.messages())
                    .isEqualTo(recording.messages().stream()
                            .filter(message -> message.from() == Speaker.CLIENT)
                            .count());
        }
    }

    @Test
    void aClientThatSaysSomethingElseIsHungUpOnAndTheDifferenceTold() {
        try (PlaybackServer server = Playback.of(record()).serve()) {
            assertThatThrownBy(() -> Program.run(server.remote(), 3)).isInstanceOf(JsonRpcException.class);
            Comparison comparison = server.finish();
            assertThat(comparison.difference()).hasValueSatisfying(difference -> {
                assertThat(difference.where())
                        .matches("session 1, message \\d of the client, params\\[1\\]\\.row\\.floors");
                assertThat(difference.recorded()).isEqualTo("2");
                assertThat(difference.now()).isEqualTo("3");
            });
            assertThatThrownBy(comparison::requireSame)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("messages as recorded, then session 1");
        }
    }

    @Test
    void aClientThatSaysLessIsMissed() {
        try (PlaybackServer server = Playback.of(record()).serve()) {
            try (var client = OvsdbClient.builder().remotes(server.remote()).connectBlocking()) {
                client.listDbs();
            }
            assertThat(server.finish().difference()).hasValueSatisfying(difference -> {
                assertThat(difference.recorded()).contains("Town");
                assertThat(difference.now()).isEqualTo("nothing");
            });
        }
    }

    @Test
    void aClientThatDoesNotComeIsMissedWhenPatienceEnds() {
        Playback playback = Playback.of(record()).patience(Duration.ofMillis(20));
        try (PlaybackServer server = playback.serve()) {
            assertThat(server.finish().difference())
                    .hasValueSatisfying(difference ->
                            assertThat(difference.where()).isEqualTo("session 1, message 1 of the client"));
        }
    }

    @Test
    void aServerThatAnswersTheSamePasses() {
        Recording recording = record();
        try (TestServer server = Town.server()) {
            Playback.of(recording).against(server.remote()).requireSame();
            assertThat(server.database()).table("House").hasSize(2).hasRow("address", "Mill Lane 4");
        }
    }

    @Test
    void aServerThatAnswersSomethingElseIsToldOf() {
        Recording recording = record();
        try (TestServer server = Town.server()) {
            server.database().transact(Town.house("Mill Lane 9", 1));
            assertThat(Playback.of(recording).against(server.remote()).difference())
                    .hasValueSatisfying(difference -> {
                        assertThat(difference.where())
                                .startsWith("session 1, message ")
                                .contains("of the server, result");
                        assertThat(difference.now()).contains("Mill Lane 9");
                    });
        }
    }

    @Test
    void aServerThatIsNotThereIsToldOf() {
        assertThat(Playback.of(record()).against("unix:/nowhere/at/all").difference())
                .hasValueSatisfying(difference -> assertThat(difference.where()).isEqualTo("session 1"));
    }

    @Test
    void timesAreKept() {
        Recording quick = Recording.parse("""
                {"recording":1}
                {"at":0,"session":1,"from":"client","message":{"id":0,"method":"list_dbs","params":[]}}
                {"at":30000,"session":1,"from":"server","message":{"id":0,"result":["Town","_Server"],"error":null}}
                {"at":60000,"session":1,"from":"client","message":{"id":1,"method":"list_dbs","params":[]}}
                {"at":90000,"session":1,"from":"server","message":{"id":1,"result":["_Server","Town"],"error":null}}
                """);
        try (PlaybackServer server = Playback.of(quick)
                        .timing(2)
                        .patience(Duration.ofSeconds(9))
                        .serve();
                Recorder recorder = Recorder.before(server.remote())) {
            Playback.of(quick).timing(1).against(recorder.remote()).requireSame();
            server.finish().requireSame();
            List<RecordedMessage> again = recorder.finish().messages();
            assertThat(again).hasSize(4);
            // Measured from when the server and the client began, which is before the recorder's first message.
            assertThat(again.get(3).micros() - again.get(2).micros()).isPositive();
            assertThat(again.get(3).micros()).isGreaterThan(60_000);
        }
    }

    @Test
    void worksOverTls() {
        try (ReferencePki pki = ReferencePki.create();
                TestServer server = Town.server();
                Recorder recorder = Recorder.builder(server.remote())
                        .pki(pki)
                        .listen("pssl:0:127.0.0.1")
                        .start()) {
            Program.run(OvsdbClient.builder().remotes(recorder.remote()).tls(pki.clientTls()), 2);
            Recording recording = recorder.finish();
            try (PlaybackServer player = Playback.of(recording).pki(pki).serve();
                    Recorder second = Recorder.builder(player.remote()).pki(pki).start()) {
                Playback.of(recording).pki(pki).against(second.remote()).requireSame();
                player.finish().requireSame();
                second.finish().compare(recording).requireSame();
            }
        }
    }

    @Test
    void certificatesAreAskedFor() {
        assertThatThrownBy(() -> Recorder.before("ssl:127.0.0.1:6640"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pki");
    }

    @Test
    void clientsAreToldApartByWhatTheySayFirst() {
        String both = "{\"recording\":1}\n" + line(1, "client", "'method':'get_schema','params':['Town']")
                + line(1, "server", "'result':'first','error':null")
                + line(2, "client", "'method':'get_schema','params':['Village']")
                + line(2, "server", "'result':'second','error':null");
        String swapped = both.replace("Town", "other")
                .replace("Village", "Town")
                .replace("other", "Village")
                .replace("first", "other")
                .replace("second", "first")
                .replace("other", "second");
        try (PlaybackServer server = Playback.of(Recording.parse(both)).serve()) {
            Playback.of(Recording.parse(swapped)).against(server.remote()).requireSame();
            server.finish().requireSame();
        }
    }

    @Test
    void resultsFollowOperationsThatComeInAnotherOrder() {
        String recorded = "{\"recording\":1}\n"
                + line(
                        1,
                        "client",
                        "'method':'transact','params':['Town',{'op':'comment','n':1},{'op':'select','n':2}]")
                + line(1, "server", "'result':[{'n':1},{'n':2}],'error':null");
        Recording other = Recording.parse(recorded.replace(
                        "{\"op\":\"comment\",\"n\":1},{\"op\":\"select\",\"n\":2}",
                        "{\"op\":\"select\",\"n\":2},{\"op\":\"comment\",\"n\":1}")
                .replace("[{\"n\":1},{\"n\":2}]", "[{\"n\":2},{\"n\":1}]"));
        Playback playback = Playback.of(Recording.parse(recorded));
        try (PlaybackServer server = playback.rules(ComparisonRules.defaults().ignoringOrderOfOperations())
                .serve()) {
            Playback.of(other).against(server.remote()).requireSame();
            server.finish().requireSame();
        }
        assertThat(Recording.parse(recorded).compare(other).isSame()).isFalse();
    }

    private static String line(int session, String from, String message) {
        return "{'at':0,'session':%d,'from':'%s','message':{'id':7,%s}}\n"
                .formatted(session, from, message)
                .replace('\'', '"');
    }
}
