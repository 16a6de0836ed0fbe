package dev.ovsdb.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Faults that know messages and single bytes, before a peer that sends back what it gets. */
class MessageFaultTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ONE = "{\"id\":1,\"method\":\"echo\",\"params\":[\"}{\"]}";
    private static final String TWO = "{\"id\":2,\"method\":\"list_dbs\",\"params\":[]}";
    private static final String THREE = "{\"id\":3,\"result\":[\"\\\"]\"],\"error\":null}";

    private final EchoPeer peer = EchoPeer.listen("unix");
    private final FaultProxy proxy = FaultProxy.before(peer.remote(), 42);

    @AfterEach
    void close() {
        proxy.close();
        peer.close();
    }

    private RawClient client() throws IOException {
        return RawClient.connect(proxy.remote());
    }

    private String whatComesBack(String text) throws IOException {
        try (RawClient client = client()) {
            client.send(text);
            client.endOutput();
            return client.readToEnd();
        }
    }

    @Nested
    class Cuts {
        @Test
        void comeBehindExactlyTheMessageTheyWereToldTo() throws IOException {
            List<String> seen = new ArrayList<>();
            for (int n = 0; n <= 3; n++) {
                proxy.faults(Direction.TO_CLIENT, Fault.none().closeAfterMessages(n));
                seen.add(whatComesBack(ONE + "\n" + TWO + THREE));
            }
            assertThat(seen).containsExactly("", ONE, ONE + "\n" + TWO, ONE + "\n" + TWO + THREE);
        }

        @Test
        void countMessagesThatComeInPiecesToo() throws IOException {
            proxy.faults(Direction.TO_SERVER, Fault.none().pieces(1));
            proxy.faults(Direction.TO_CLIENT, Fault.none().pieces(3).closeAfterMessages(2));
            assertThat(whatComesBack(ONE + TWO + THREE)).isEqualTo(ONE + TWO);
        }

        @Test
        void endAConnectionThatHasHadItsShareAlready() throws IOException {
            try (RawClient client = client()) {
                client.send(ONE + TWO);
                assertThat(client.read(ONE.length() + TWO.length())).isEqualTo(ONE + TWO);
                proxy.faults(Direction.TO_CLIENT, Fault.none().closeAfterMessages(1));
                assertThat(client.readToEnd()).isEmpty();
            }
        }

        @Test
        void swallowOrStallBehindAMessage() throws IOException {
            proxy.faults(Direction.TO_CLIENT, Fault.none().blackHoleAfterMessages(1));
            assertThat(whatComesBack(ONE + TWO)).isEqualTo(ONE);
            proxy.faults(Direction.TO_CLIENT, Fault.none().stallAfterMessages(1));
            try (RawClient client = client()) {
                client.send(ONE + TWO);
                assertThat(client.read(ONE.length())).isEqualTo(ONE);
                proxy.heal();
                assertThat(client.read(TWO.length())).isEqualTo(TWO);
            }
        }

        @Test
        void areCounted() throws IOException {
            whatComesBack(ONE + TWO + "{\"id\":");
            assertThat(proxy.counters().messagesToServer()).isEqualTo(2);
            assertThat(proxy.counters().messagesToClient()).isEqualTo(2);
        }
    }

    @Nested
    class Bytes {
        @Test
        void areGarbledAtOnePlaceBySeed() throws IOException {
            proxy.faults(Direction.TO_SERVER, Fault.none().garble(3));
            whatComesBack("0123456789");
            String garbled = peer.received();
            assertThat(garbled).hasSize(10).startsWith("012").endsWith("456789");
            assertThat(garbled.charAt(3)).isNotEqualTo('3');
        }

        @Test
        void ofAMessageAreGarbledThereAndTheSameWithTheSameSeed() throws IOException {
            String first = garbledSecond(7, Fault.none());
            assertThat(garbledSecond(7, Fault.none().pieces(1))).isEqualTo(first);
            assertThat(first)
                    .startsWith(ONE)
                    .hasSize(ONE.length() + TWO.length())
                    .isNotEqualTo(ONE + TWO);
            assertThat(first.substring(ONE.length() + 8)).isEqualTo(TWO.substring(8));
        }

        private String garbledSecond(long seed, Fault fault) throws IOException {
            try (EchoPeer other = EchoPeer.listen("unix");
                    FaultProxy seeded = FaultProxy.before(other.remote(), seed);
                    RawClient client = RawClient.connect(seeded.remote())) {
                seeded.faults(Direction.TO_SERVER, fault.garbleMessage(2));
                client.send(ONE + TWO);
                client.read(ONE.length() + TWO.length());
                return other.received();
            }
        }

        @Test
        void comeTwiceHoweverTheyComeInPieces() throws IOException {
            for (int pieces : new int[] {1, 3, 100}) {
                proxy.faults(Direction.TO_CLIENT, Fault.none().pieces(pieces).duplicate(2, 3));
                assertThat(whatComesBack("0123456789")).isEqualTo("0123423456789");
            }
        }
    }

    @Nested
    class Pieces {
        @Test
        void areTheSameWithTheSameSeedHoweverTheBytesCome() {
            assertThat(ends(5, 400)).isEqualTo(ends(5, 1, 9, 140, 250)).isNotEqualTo(ends(6, 400));
        }

        /** Where pieces end in bytes that come in these portions. */
        private List<Integer> ends(long seed, int... portions) {
            PieceSizes sizes = new PieceSizes(new Random(seed));
            Fault fault = Fault.none().variedPieces(20);
            List<Integer> ends = new ArrayList<>();
            int passed = 0;
            for (int portion : portions) {
                for (int there = portion; there > 0; ) {
                    int left = sizes.left(fault);
                    int size = Math.min(left, there);
                    sizes.wrote(size);
                    passed += size;
                    there -= size;
                    if (size == left) ends.add(passed);
                }
            }
            return ends;
        }

        @Test
        void passNoFasterThanTheLineIsWide() throws IOException {
            proxy.faults(Direction.TO_CLIENT, Fault.none().bandwidth(50)); // One byte, then a fiftieth of a second.
            try (RawClient client = client()) {
                client.send("0123456789");
                assertThat(client.read(1)).isEqualTo("0");
                proxy.faults(Direction.TO_CLIENT, Fault.none().bandwidth(1)); // A second for each.
                assertThat(client.read(1)).isNotEmpty();
                proxy.heal();
                assertThat(client.read(8)).hasSize(8);
            }
        }
    }

    @Nested
    class Holds {
        @Test
        void oneMessageBackWhileOthersOvertakeItUntilItIsReleased() throws IOException {
            Hold hold =
                    proxy.hold(Messages.calls("list_dbs").and(message -> message.direction() == Direction.TO_CLIENT));
            try (RawClient client = client()) {
                client.send(ONE + TWO + THREE);
                assertThat(client.read(ONE.length() + THREE.length())).isEqualTo(ONE + THREE);
                assertThat(hold.await(PATIENCE).text()).isEqualTo(TWO);
                hold.release();
                assertThat(client.read(TWO.length())).isEqualTo(TWO);
            }
        }

        @Test
        void aReplyByTheMethodThatItAnswers() throws IOException {
            Hold hold = proxy.hold(Messages.repliesTo("transact"));
            String request = "{\"id\":3,\"method\":\"transact\",\"params\":[\"Town\"]}";
            String reply = "{\"id\":3,\"result\":[],\"error\":null}";
            try (RawClient client = client()) {
                client.send(request); // The peer sends it back, which is a request of the server then.
                client.read(request.length());
                client.send(reply);
                assertThat(hold.await(PATIENCE).direction()).isEqualTo(Direction.TO_SERVER);
                assertThat(proxy.counters().messagesToServer()).isEqualTo(1);
                hold.release();
                assertThat(client.read(reply.length())).isEqualTo(reply);
            }
        }

        @Test
        void nothingIfReleasedBefore() throws IOException {
            proxy.hold(Messages.calls("echo")).release();
            assertThat(whatComesBack(ONE)).isEqualTo(ONE);
        }

        @Test
        void fromTheNextMessageOnWhenOneHasBegun() throws IOException {
            try (RawClient client = client()) {
                client.send(ONE.substring(0, 10));
                client.read(10);
                Hold hold = proxy.hold(Messages.calls("list_dbs"));
                client.send(ONE.substring(10) + TWO + THREE);
                assertThat(client.read(ONE.length() - 10 + THREE.length())).isEqualTo(ONE.substring(10) + THREE);
                hold.release();
                assertThat(client.read(TWO.length())).isEqualTo(TWO);
            }
        }
    }

    @Test
    void aMessageComesTwice() throws IOException {
        proxy.duplicate(Messages.number(Direction.TO_SERVER, 2));
        assertThat(whatComesBack(ONE + TWO + THREE)).isEqualTo(ONE + TWO + TWO + THREE);
    }

    @Nested
    class Cues {
        @Test
        void haveTheTestActBeforeTheMessagePasses() throws IOException {
            List<Long> seen = new ArrayList<>();
            Cue cue = proxy.cue(
                    Messages.containing("list_dbs"),
                    () -> seen.add(proxy.counters().messagesToServer()));
            whatComesBack(ONE + TWO);
            assertThat(cue.await(PATIENCE).number()).isEqualTo(2);
            assertThat(seen).containsExactly(1L);
        }

        @Test
        void tellWhatTheActionThrew() throws IOException {
            Cue cue = proxy.cue(Messages.calls("echo"), () -> {
                throw new IOException("no");
            });
            assertThat(whatComesBack(ONE)).isEqualTo(ONE);
            assertThatThrownBy(() -> cue.await(PATIENCE))
                    .hasMessageContaining("no")
                    .hasCauseInstanceOf(IOException.class);
        }

        @Test
        void mayChangeTheFaults() throws IOException {
            proxy.cue(
                    Messages.calls("list_dbs"),
                    () -> proxy.faults(Direction.TO_SERVER, Fault.none().closeAfterMessages(1)));
            whatComesBack(ONE + TWO);
            ProxyCounters counters = proxy.await(now -> now.open() == 0, PATIENCE);
            assertThat(counters.messagesToServer()).isEqualTo(1);
            assertThat(counters.passedToServer()).isEqualTo(ONE.length());
        }

        @Test
        void areNotForTls() {
            try (FaultProxy tls = FaultProxy.before("ssl:127.0.0.1:1")) {
                assertThatThrownBy(() -> tls.cue(message -> true, () -> {})).hasMessageContaining("inside TLS");
            }
        }
    }
}
