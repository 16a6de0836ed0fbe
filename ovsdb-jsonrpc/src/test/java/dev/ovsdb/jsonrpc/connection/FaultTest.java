package dev.ovsdb.jsonrpc.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.jsonrpc.metrics.ConnectionListener;
import dev.ovsdb.jsonrpc.testing.FaultChannel;
import dev.ovsdb.jsonrpc.testing.ManualEventLoop;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A conversation that breaks at any byte ends whole: each call with a typed failure, no body open, no timer left. */
class FaultTest {
    private static final int SEEDS = 300;

    /** How long the conversation is both ways when nothing breaks. */
    private final Run whole = new Run(channel -> {});

    /** One conversation over a channel with a fault. */
    private static final class Run {
        final ManualEventLoop loop = new ManualEventLoop();
        final ScriptedPeer peer = new ScriptedPeer(loop);
        final Conversation conversation;
        long received;

        Run(Consumer<FaultChannel> fault) {
            var channel = new FaultChannel(peer.transport());
            fault.accept(channel);
            Conversation.script(peer);
            var options = ConnectionOptions.builder()
                    .inactivityProbe(Duration.ofSeconds(5))
                    .listener(new ConnectionListener() {
                        @Override
                        public void bytesReceived(TransportInfo connection, long bytes) {
                            received += bytes;
                        }
                    })
                    .build();
            conversation = Conversation.begin(channel, options);
            loop.run();
        }

        void assertOver(String where) {
            try {
                loop.advance(Duration.ofSeconds(1));
                conversation.assertAllEnded();
                assertThat(loop.timers()).as("timers").isZero();
            } catch (AssertionError e) {
                throw new AssertionError(where, e);
            }
        }
    }

    @Test
    void theWholeConversationWouldGoOn() {
        assertThat(whole.conversation.connection().isOpen()).isTrue();
        assertThat(whole.conversation.connection().pendingCalls()).isOne();
        assertThat(whole.peer.wire()).contains("{\"id\":\"q\",\"result\":[1],").hasSizeGreaterThan(Conversation.SENT);
        assertThat(whole.received).isGreaterThan(Conversation.RECEIVED);
    }

    @Test
    void cutAfterAnyByteReceived() {
        for (long bytes = 0; bytes <= whole.received; bytes++) {
            long cut = bytes;
            new Run(channel -> channel.cutAfterReceived(cut)).assertOver("cut after " + cut + " bytes received");
        }
    }

    @Test
    void cutAfterAnyByteSent() {
        for (long bytes = 0; bytes <= whole.peer.wire().length(); bytes++) {
            long cut = bytes;
            new Run(channel -> channel.cutAfterSent(cut)).assertOver("cut after " + cut + " bytes sent");
        }
    }

    /** A NUL byte is right nowhere, so it must be found wherever it comes. */
    @Test
    void garbageAnywhere() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            byte[] garbage = new byte[1 + random.nextInt(40)];
            random.nextBytes(garbage);
            garbage[random.nextInt(garbage.length)] = 0;
            long after = random.nextInt((int) whole.received);
            int pieces = 1 + random.nextInt(64);
            var run = new Run(
                    channel -> channel.injectAfterReceived(after, garbage).pieces(pieces));
            run.assertOver("seed " + seed);
            assertThat(run.conversation.cause()).as("seed %d", seed).isInstanceOf(MalformedMessageException.class);
        }
    }

    @Test
    void aPeerThatFallsSilentAnywhere() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            Duration delay = Duration.ofMillis(1 + random.nextInt(400));
            FaultChannel[] silenced = new FaultChannel[1];
            var run = new Run(channel -> silenced[0] = channel.delay(delay));
            run.loop.advance(Duration.ofMillis(random.nextInt(500)));
            silenced[0].blackHole(true);
            run.loop.advance(Duration.ofSeconds(15)); // An interval of silence, and one more behind the probe.
            run.assertOver("seed " + seed);
        }
    }
}
