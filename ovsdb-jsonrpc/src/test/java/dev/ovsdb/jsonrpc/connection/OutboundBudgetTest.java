package dev.ovsdb.jsonrpc.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.OutboundLimitException;
import dev.ovsdb.jsonrpc.testing.ManualEventLoop;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What peers that do not read can have a process keep. */
class OutboundBudgetTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int FRAME = "{'id':null,'method':'m','params':['']}".length();

    private final ManualEventLoop loop = new ManualEventLoop();
    private final OutboundBudget budget = new OutboundBudget(400_000, PATIENCE, loop.clock());
    private final List<String> ended = new ArrayList<>();

    private final class Guest {
        final ScriptedPeer peer = new ScriptedPeer(loop);
        final JsonRpcConnection connection = JsonRpcConnection.open(
                peer.transport(),
                ConnectionOptions.builder().outboundBudget(budget).build(),
                new PeerHandler() {});

        Guest() {
            loop.run();
            peer.pauseReading(true);
        }

        Guest isSent(int bytes) {
            connection.notify("m", JsonBytes.of(JsonValue.array(JsonValue.of("x".repeat(bytes - FRAME)))));
            loop.run();
            return this;
        }

        Guest reads() {
            peer.pauseReading(false);
            loop.run();
            return this;
        }
    }

    private OutboundBudget.Account account(String name) {
        return budget.open(cause -> ended.add(name));
    }

    @Test
    void whoHasMostWaitingAndReadsNothingIsEndedWhenAllComesToTooMuch() {
        Guest small = new Guest().isSent(100_000);
        Guest large = new Guest().isSent(200_000);
        loop.advance(PATIENCE);
        assertThat(budget.waitingBytes()).isEqualTo(300_000);

        Guest last = new Guest().isSent(150_000);

        assertThat(large.connection.isOpen()).isFalse();
        assertThat(large.connection.closed().join())
                .isInstanceOf(OutboundLimitException.class)
                .hasMessageContaining("200000 bytes wait for a peer that has read next to nothing for 5 s")
                .hasMessageContaining("400000 bytes for all together (outboundBudget)");
        assertThat(small.reads().connection.isOpen()).isTrue();
        assertThat(last.reads().connection.isOpen()).isTrue();
        assertThat(last.peer.received("m")).hasSize(1);
        assertThat(budget.waitingBytes()).isZero();
    }

    @Test
    void nobodyIsEndedBeforeThatOrWithinPatience() {
        Guest first = new Guest().isSent(200_000);
        loop.advance(PATIENCE.multipliedBy(20));
        Guest second = new Guest().isSent(200_000);
        assertThat(budget.isExceeded()).isFalse();
        assertThat(first.connection.isOpen()).isTrue();

        first.reads();
        Guest third = new Guest().isSent(300_000);
        loop.advance(PATIENCE.minusNanos(1));
        third.isSent(FRAME);

        assertThat(budget.isExceeded()).isTrue();
        assertThat(second.connection.isOpen()).isTrue();
        assertThat(third.connection.isOpen()).isTrue();
    }

    @Test
    void whoReadsIsNotEndedHoweverSlowly() {
        OutboundBudget.Account slow = account("slow");
        OutboundBudget.Account dripping = account("dripping");
        slow.waits(400_000);
        dripping.waits(100_000);
        for (int i = 1; i <= 4; i++) {
            loop.advance(PATIENCE.dividedBy(4));
            slow.waits(400_000 - 64 * 1024L * i);
            dripping.waits(100_000 - 100L * i);
            slow.waits(400_000);
        }

        assertThat(ended).containsExactly("dripping");
    }

    @Test
    void noMoreAreEndedThanMustBe() {
        List<OutboundBudget.Account> all = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            OutboundBudget.Account account = account("of " + i);
            account.waits(i * 50_000L);
            all.add(account);
        }
        loop.advance(PATIENCE);

        all.get(0).waits(50_001);
        assertThat(ended).containsExactly("of 5", "of 4"); // 750,001 waited.

        loop.advance(PATIENCE);
        all.get(0).waits(50_002);
        assertThat(ended).hasSize(2); // Though these have not gone yet.
        all.forEach(OutboundBudget.Account::close);
        assertThat(budget.waitingBytes()).isZero();
        all.get(0).waits(7);
        assertThat(budget.waitingBytes()).isZero();
    }

    @Test
    void aBodyIsMadeNoFasterThanItLeavesWhileTooMuchWaits() {
        assertThat(piecesMadeForOneThatDoesNotRead()).isEqualTo(10);

        account("some other").waits(500_000);

        assertThat(piecesMadeForOneThatDoesNotRead()).isZero(); // The head of the reply waits.
    }

    private int piecesMadeForOneThatDoesNotRead() {
        TenPieces body = new TenPieces();
        ScriptedPeer peer = new ScriptedPeer(loop);
        ConnectionOptions options =
                ConnectionOptions.builder().outboundBudget(budget).build();
        JsonRpcConnection.open(peer.transport(), options, new PeerHandler() {
            @Override
            public void onRequest(IncomingRequest request) {
                request.reply(body);
            }
        });
        loop.run();
        peer.pauseReading(true);
        peer.request("1", "get", "[]");
        loop.run();
        int made = body.made;
        peer.pauseReading(false);
        loop.run();
        assertThat(peer.wire()).contains("\"result\":[0,1,2,3,4,5,6,7,8,9]");
        return made;
    }

    private static final class TenPieces implements BodySource {
        private int made;

        @Override
        public void next(PieceSink sink) {
            if (made == 10) {
                sink.end();
            } else {
                byte before = (byte) (made == 0 ? '[' : ',');
                byte digit = (byte) ('0' + made++);
                sink.piece(List.of(
                        ByteBuffer.wrap(made < 10 ? new byte[] {before, digit} : new byte[] {before, digit, ']'})));
            }
        }

        @Override
        public void close() {}
    }

    @Test
    void aBudgetIsPositive() {
        assertThatThrownBy(() -> new OutboundBudget(0, PATIENCE, loop.clock()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OutboundBudget(1, Duration.ZERO, loop.clock()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
