package dev.ovsdb.jsonrpc.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.jsonrpc.testing.ManualEventLoop;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import org.junit.jupiter.api.Test;

/** What peers that do not end their messages can have a process keep. */
class MessageBudgetTest {
    private static final String BEGINNING = "{'id':1,'method':'echo','params':['";

    private final ManualEventLoop loop = new ManualEventLoop();
    private final MessageBudget budget = new MessageBudget(10_000, loop.clock());

    private final class Guest {
        final ScriptedPeer peer = new ScriptedPeer(loop);
        final JsonRpcConnection connection = JsonRpcConnection.open(
                peer.transport(),
                ConnectionOptions.builder().messageBudget(budget).build(),
                new PeerHandler() {});

        Guest sends(String text) {
            peer.send(text);
            loop.run();
            return this;
        }
    }

    @Test
    void theLongestIncompleteMessageEndsItsConnectionWhenAllComeToTooMuch() {
        Guest small = new Guest().sends(BEGINNING + "x".repeat(1_000));
        Guest large = new Guest().sends(BEGINNING + "x".repeat(6_000));
        Guest last = new Guest().sends(BEGINNING + "x".repeat(2_000));
        assertThat(budget.keptBytes()).isEqualTo(9_000 + 3L * BEGINNING.length());

        last.sends("x".repeat(2_000));

        assertThat(large.connection.isOpen()).isFalse();
        assertThat(large.connection.closed().join())
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("6035 bytes")
                .hasMessageContaining("messageBudget");
        assertThat(small.sends("']}").connection.isOpen()).isTrue();
        assertThat(last.sends("']}").peer.wire()).contains("\"result\":[\"xxx");
        assertThat(budget.keptBytes()).isZero();
    }

    @Test
    void oneAloneMayKeepAsMuchAsTheBudgetHas() {
        Guest only = new Guest().sends(BEGINNING + "x".repeat(9_900));
        assertThat(only.connection.isOpen()).isTrue();

        only.sends("x".repeat(100));

        assertThat(only.connection.isOpen()).isFalse();
        assertThat(budget.keptBytes()).isZero();
    }

    @Test
    void whatIsCompleteOrGoneDoesNotCount() {
        Guest guest = new Guest().sends(BEGINNING + "x".repeat(9_000) + "']}");
        assertThat(budget.keptBytes()).isZero();

        guest.sends(BEGINNING + "x".repeat(9_000));
        guest.connection.close();
        loop.run();

        assertThat(budget.keptBytes()).isZero();
    }

    @Test
    void whoReadsOnWhileOthersAreAboutToEndIsEndedAtOnceAtTwiceAsMuch() {
        MessageBudget.Account slow = budget.open(cause -> {}); // Its loop has no time to end it.
        assertThat(slow.keeps(9_000)).isNull();
        MessageBudget.Account other = budget.open(cause -> {});
        assertThat(other.keeps(8_000)).isNull(); // The longest is told to end.
        assertThat(slow.keeps(9_000)).isNotNull();

        MessageBudget.Account third = budget.open(cause -> {});
        assertThat(third.keeps(3_500)).hasMessageContaining("3500 bytes");

        slow.close();
        third.close();
        assertThat(budget.keptBytes()).isEqualTo(8_000);
        assertThat(budget.open(cause -> {}).keeps(1_000)).isNull();
    }

    @Test
    void noneIsNoBudget() {
        assertThatThrownBy(() -> new MessageBudget(0, loop.clock())).isInstanceOf(IllegalArgumentException.class);
    }
}
