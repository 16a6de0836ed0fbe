package dev.ovsdb.server.engine;

import static dev.ovsdb.server.engine.Bench.insert;
import static dev.ovsdb.server.engine.Bench.request;
import static dev.ovsdb.server.engine.Bench.select;
import static dev.ovsdb.server.engine.Bench.transact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.server.ServerConnection;
import dev.ovsdb.server.engine.settings.EngineLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients that do not read what they asked for. */
class SlowClientTest {
    private static final EngineLimits LIMITS = EngineLimits.builder()
            .pauseAboveBytes(4_000)
            .backlogBytes(400_000)
            .pinPatience(Duration.ofSeconds(40))
            .supersededBytes(10_000_000)
            .monitorsPerSession(2)
            .locksPerSession(1)
            .build();

    private final Bench bench = new Bench(DatabaseHandler.builder().limits(LIMITS));
    private final Bench.Client slow = bench.unprobedClient(); // What ends its session is no probe.
    private final Bench.Client writer = bench.unprobedClient();

    private static String bigInsert() {
        return "{'op':'insert','table':'T','row':{'n':1,'s':'" + "x".repeat(3_000) + "'}}";
    }

    @Test
    void updatesForOneThatIsBehindAreMerged() {
        slow.ask(1, "monitor", "['A','m',{'T':{}}]").news();
        slow.peer.pauseReading(true);
        bench.run();

        for (int i = 0; i < 60; i++) {
            writer.send(transact(i, "{'op':'insert','table':'T','row':{'n':1,'s':'" + "x".repeat(3_000) + "'}}"));
        }
        slow.peer.pauseReading(false);
        bench.run();

        List<String> updates = slow.news();
        assertThat(updates.size()).isBetween(2, 50);
        assertThat(updates.stream()
                        .mapToInt(update -> update.split("'new'").length - 1)
                        .sum())
                .isEqualTo(60);
        assertThat(slow.peer.isClosed()).isFalse();
    }

    @Test
    void oneThatDoesNotReadIsNotRead() {
        writer.send(transact(1, bigInsert())).news();
        slow.peer.pauseReading(true);
        bench.run();
        for (int i = 0; i < 4; i++) {
            slow.send(transact(i, "{'op':'select','table':'T','where':[]}"));
        }
        slow.send(transact(9, insert(5)));

        writer.send(transact(2, select()));

        assertThat(writer.news()).hasSize(1).first().asString().doesNotContain("'n':5");
        slow.peer.pauseReading(false);
        bench.run();
        assertThat(slow.news()).hasSize(5);
        assertThat(slow.peer.isClosed()).isFalse();
    }

    @Test
    void manySelectsOfOneReadAreNotAllWrittenAhead() {
        writer.send(transact(1, bigInsert() + ("," + bigInsert()).repeat(59))).news();
        slow.peer.pauseReading(true);
        bench.run();
        StringBuilder selects = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            selects.append(transact(i, "{'op':'select','table':'T','where':[]}"));
        }
        slow.send(selects.toString());

        assertThat(bench.server.sessions().get(0).queuedBytes()).isLessThan(1_200_000); // Of 5.4 million.
        slow.peer.pauseReading(false);
        bench.run();
        assertThat(slow.news())
                .hasSize(30)
                .allSatisfy(reply -> assertThat(reply.split("_version", -1)).hasSize(61));
    }

    @Test
    void oneWithTooMuchWaitingIsDisconnected() {
        slow.peer.pauseReading(true);
        bench.run();

        String all = "";
        for (int i = 0; i < 150; i++) {
            all += request(i, "echo", "['" + "e".repeat(3_000) + "']");
        }
        slow.send(all);
        slow.peer.pauseReading(false);
        bench.loops.loop.advance(Duration.ofSeconds(10));

        assertThat(slow.peer.isClosed()).isTrue();
        writer.send(transact(2, select()));
        assertThat(writer.news()).hasSize(1);
    }

    @Test
    void whileTooMuchWaitsForAllResultsAreMadeAsTheyLeaveAndTheStalledGo() {
        Bench scarce = new Bench(DatabaseHandler.builder(), server -> server.maxUnsentBytes(300_000));
        Bench.Client writing = scarce.unprobedClient();
        writing.send(transact(1, bigInsert() + ("," + bigInsert()).repeat(199))).news();
        List<Bench.Client> stalled = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Bench.Client client = scarce.unprobedClient();
            client.peer.pauseReading(true);
            client.send(transact(1, "{'op':'select','table':'T','where':[]}").repeat(9));
            stalled.add(client);
        }
        assertThat(waiting(scarce)).isBetween(300_000L, 900_000L); // Of 54 million.
        assertThat(scarce.server.sessions()).hasSize(11);

        scarce.loops.loop.advance(Duration.ofSeconds(5));
        writing.send(transact(2, "{'op':'select','table':'T','where':[]}"));

        assertThat(writing.news())
                .singleElement()
                .satisfies(reply -> assertThat(reply.split("_version", -1)).hasSize(201));
        assertThat(waiting(scarce)).isLessThan(300_000);
        assertThat(scarce.server.sessions()).hasSizeBetween(3, 10);
    }

    private static long waiting(Bench bench) {
        return bench.server.sessions().stream()
                .mapToLong(ServerConnection::queuedBytes)
                .sum();
    }

    @Test
    void aReplyThatStandsStillCostsTheConnection() {
        StringBuilder rows = new StringBuilder(bigInsert());
        for (int i = 0; i < 100; i++) {
            rows.append(',').append(bigInsert());
        }
        writer.send(transact(1, rows.toString()));
        slow.peer.pauseReading(true);
        bench.run();
        slow.peer.send(request(1, "monitor", "['A','m',{'T':{}}]"));
        bench.loops.loop.run(); // The readers do nothing.

        bench.loops.loop.advance(Duration.ofSeconds(60));
        bench.run();

        assertThat(bench.server.sessions()).hasSize(1);
        writer.send(transact(2, select()));
        assertThat(writer.news()).hasSize(2);
    }

    @Test
    void aReplyThatStandsStillMidwayCostsTheConnection() {
        stuckInAReply();

        bench.loops.loop.advance(Duration.ofSeconds(60));
        bench.run();

        assertThat(bench.server.sessions()).hasSize(1);
    }

    @Test
    void aReplyThatHoldsBackTooMuchCostsTheConnectionAtOnce() {
        stuckInAReply();
        writer.send(transact(1, "{'op':'update','table':'T','where':[],'row':{'s':'" + "y".repeat(3_000) + "'}}"));
        assertThat(bench.server.sessions()).hasSize(2);

        for (int i = 0; i < 4; i++) {
            writer.send(
                    transact(1, "{'op':'update','table':'T','where':[],'row':{'s':'" + i + "y".repeat(3_000) + "'}}"));
        }

        assertThat(bench.server.sessions()).hasSize(1);
    }

    @Test
    void aReplyThatStandsStillCostsTheConnectionAlsoWhenItsDatabaseWasConvertedMeanwhile() {
        stuckInAReply();
        writer.send(request(7, "set_db_change_aware", "[true]"), request(8, "convert", "['A'," + Bench.SCHEMA + "]"));
        assertThat(bench.server.sessions()).hasSize(2); // It is told to go, behind a reply of which it takes no more.

        bench.loops.loop.advance(Duration.ofSeconds(60));
        bench.run();

        assertThat(bench.server.sessions()).hasSize(1);
    }

    /** The slow client has been sent a part of a long reply, and takes no more. */
    private void stuckInAReply() {
        writer.send(transact(1, bigInsert() + ("," + bigInsert()).repeat(1_000)))
                .news();
        slow.peer.pauseReading(true);
        bench.run();
        slow.send(transact(1, "{'op':'select','table':'T','where':[]}"));
        assertThat(slow.news()).isEmpty();
    }

    @Test
    void monitorsAndLocksHaveTheirLimits() {
        slow.send(
                request(1, "monitor", "['A','m',{'T':{}}]"),
                request(2, "monitor", "['A','k',{'T':{}}]"),
                request(3, "monitor", "['A','j',{'T':{}}]"),
                request(4, "lock", "['l']"),
                request(5, "lock", "['k']"));

        assertThat(slow.news())
                .satisfiesExactly(
                        one -> assertThat(one).isEqualTo("1: {}"),
                        two -> assertThat(two).isEqualTo("2: {}"),
                        three -> assertThat(three).startsWith("3 failed: ").contains("'resources exhausted'"),
                        four -> assertThat(four).startsWith("4: "),
                        five -> assertThat(five).startsWith("5 failed: ").contains("'resources exhausted'"));
    }
}
