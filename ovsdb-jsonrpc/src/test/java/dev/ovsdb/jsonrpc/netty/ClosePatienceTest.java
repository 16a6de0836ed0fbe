package dev.ovsdb.jsonrpc.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.testing.LeakCheck;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How long a transport that is closed waits for a peer that takes what is queued when it likes. */
@ExtendWith(LeakCheck.class)
class ClosePatienceTest {
    private final Queue<ChannelPromise> taken = new ArrayDeque<>();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private NettyTransport transport;

    @BeforeEach
    void closeWithAMebibyteQueued() {
        channel.freezeTime();
        transport = new NettyTransport(
                channel, new TransportInfo(TransportInfo.Kind.TCP, "tcp:slow.example:6640", null, null, null));
        channel.pipeline().addLast(new Kernel(), transport);
        transport.send(List.of(ByteBuffer.wrap(new byte[1 << 20])));
        transport.close();
    }

    @AfterEach
    void end() {
        channel.unfreezeTime();
        taken.forEach(ChannelPromise::setSuccess);
        channel.finishAndReleaseAll();
    }

    /** Has room only when the test says so. */
    private final class Kernel extends ChannelOutboundHandlerAdapter {
        @Override
        public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
            ReferenceCountUtil.release(message);
            taken.add(promise);
        }
    }

    private void pass(int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runPendingTasks();
        channel.runScheduledPendingTasks();
    }

    @Test
    void aPeerThatTakesNothingIsNotWaitedFor() {
        pass(4);
        assertThat(channel.isOpen()).isTrue();
        pass(2);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aPeerThatTakesABitNowAndThenGetsAll() {
        while (taken.size() > 1) {
            taken.remove().setSuccess();
            pass(4);
            assertThat(channel.isOpen()).as("%s left", taken.size()).isTrue();
        }
        taken.remove().setSuccess();
        channel.runPendingTasks();
        assertThat(channel.isOpen()).isFalse();
    }
}
