package dev.ovsdb.jsonrpc.netty;

import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.Transport;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import dev.ovsdb.jsonrpc.transport.TransportListener;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Netty channel as a transport; the last handler of its pipeline. Confined to the event loop, but for writeNow.
 *
 * <p>Life: <em>new</em> (nothing is read) &rarr; {@link #start} &rarr; <em>open</em> &rarr; {@link #close} &rarr;
 * <em>closing</em> (flushes, reads nothing) &rarr; <em>ended</em>. An abort, a fault, or the peer's end leads from any of
 * these to <em>ended</em>; when the peer ended it, bytes that were read before are delivered first.
 */
final class NettyTransport extends ChannelInboundHandlerAdapter implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(NettyTransport.class);

    /** A peer that takes nothing of what is queued for so long is not waited for. */
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    /** Below this the sender is told to go on, before the kernel runs dry. */
    private static final int FEW_BYTES = 64 * 1024;

    private final Channel channel;
    private final EventLoop loop;
    private final TransportInfo info;
    private final OutboundBytes outbound;
    private final @Nullable SocketChannel socket; // For bytes that do not take the way through the loop.
    private final Queue<ByteBuf> arrived = new ArrayDeque<>();

    private @Nullable TransportListener listener;
    private boolean paused;
    private boolean delivering;
    private boolean readCompleteDue;
    private boolean writableDue;
    private boolean closing;
    private boolean inactive; // The channel is closed; the listener may still have bytes to take.
    private boolean ended; // The listener has been told.
    private @Nullable Throwable cause;

    private EventLoop.@Nullable Timer closeTimer;

    NettyTransport(Channel channel, TransportInfo info) {
        this.channel = channel;
        this.loop = new NettyEventLoop(channel.eventLoop());
        this.info = info;
        this.outbound = new OutboundBytes(channel, this::bytesLeft, this::writeFailed);
        this.socket = JdkSocket.of(channel);
    }

    @Override
    public EventLoop eventLoop() {
        return loop;
    }

    @Override
    public TransportInfo info() {
        return info;
    }

    @Override
    public void start(TransportListener newListener) {
        if (listener != null) throw new IllegalStateException(info + ": already started");
        listener = newListener;
        if (inactive || !arrived.isEmpty()) {
            loop.execute(this::deliver); // "Soon": not before the caller has what start returns to.
        }
        if (!inactive) channel.config().setAutoRead(!paused);
    }

    // Reading

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (closing || inactive) {
            ReferenceCountUtil.release(message);
            return;
        }
        arrived.add((ByteBuf) message);
        deliverArrived();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        tellReadComplete();
    }

    @Override
    public void pauseReading() {
        paused = true;
        if (listener != null && !inactive) channel.config().setAutoRead(false); // Netty cannot, once it is closed.
    }

    @Override
    public void resumeReading() {
        if (!paused) return;
        paused = false;
        if (listener == null || closing) return;
        if (!inactive) channel.config().setAutoRead(true);
        // Later, for the listener may be in the middle of what made it resume.
        if (inactive || !arrived.isEmpty()) loop.execute(this::deliver);
    }

    private void deliver() {
        deliverArrived();
        tellReadComplete();
        endIfOver();
    }

    private void deliverArrived() {
        if (delivering || listener == null) return;
        delivering = true;
        try {
            while (!paused && !closing && !arrived.isEmpty()) deliver(arrived.remove());
        } finally {
            delivering = false;
        }
    }

    private void deliver(ByteBuf bytes) {
        readCompleteDue = true;
        try {
            for (ByteBuffer buffer : bytes.nioBuffers()) listenerOrThrow().onBytes(buffer);
        } catch (RuntimeException | Error e) {
            abort(e);
        } finally {
            bytes.release();
        }
    }

    private void tellReadComplete() {
        if (!readCompleteDue || ended) return;
        readCompleteDue = false;
        try {
            listenerOrThrow().onReadComplete();
        } catch (RuntimeException | Error e) {
            abort(e);
        }
    }

    // Writing

    @Override
    public void send(List<ByteBuffer> bytes) {
        if (closing || inactive) return;
        outbound.add(bytes);
        outbound.drain();
        writableDue |= outbound.queuedBytes() > 0;
    }

    @Override
    public boolean canWriteNow() {
        return socket != null;
    }

    @Override
    public void writeNow(ByteBuffer bytes) {
        if (socket == null) return;
        try {
            socket.write(bytes);
        } catch (IOException e) {
            LOG.trace("{}: left to the event loop", info, e); // It will run into the same, and close the channel.
        }
    }

    @Override
    public long queuedBytes() {
        return outbound.queuedBytes();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        outbound.drain();
    }

    private void bytesLeft() {
        if (closing) {
            closeWhenFlushed();
        } else if (writableDue && listener != null && !inactive && outbound.queuedBytes() <= FEW_BYTES) {
            writableDue = false;
            loop.execute(this::tellWritable); // Netty is in the middle of a write.
        }
    }

    /** Netty closes the channel then, and tells nobody why. */
    private void writeFailed(Throwable why) {
        if (cause == null && !closing && !inactive && !(why instanceof ClosedChannelException)) cause = why;
    }

    private void tellWritable() {
        if (ended) return;
        try {
            listenerOrThrow().onWritable();
        } catch (RuntimeException | Error e) {
            abort(e);
        }
        writableDue |= outbound.queuedBytes() > 0;
    }

    // The end

    @Override
    public void close() {
        if (closing) return;
        closing = true;
        if (inactive) {
            forgetPeersLastWords();
            return;
        }
        channel.config().setAutoRead(false);
        dropArrived();
        waitForPeer();
        closeWhenFlushed();
    }

    /** However slow it or this machine is: as long as it takes something it gets all. */
    private void waitForPeer() {
        long queued = outbound.queuedBytes();
        closeTimer = loop.schedule(CLOSE_PATIENCE, () -> {
            if (outbound.queuedBytes() < queued) {
                waitForPeer();
            } else {
                closeNow();
            }
        });
    }

    private void closeWhenFlushed() {
        if (outbound.queuedBytes() == 0) channel.close();
    }

    @Override
    public void abort(Throwable why) {
        if (cause == null && !inactive) cause = why;
        closing = true;
        if (inactive) {
            forgetPeersLastWords();
            return;
        }
        dropArrived();
        closeNow();
    }

    private void forgetPeersLastWords() {
        dropArrived();
        loop.execute(this::endIfOver);
    }

    /** Past all handlers, so that TLS does not wait for its farewell to be flushed. */
    private void closeNow() {
        outbound.clear();
        channel.unsafe().close(channel.voidPromise());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
        Throwable wrapped = failure instanceof DecoderException ? failure.getCause() : null;
        Throwable why = wrapped != null ? wrapped : failure;
        if (closing) {
            closeNow(); // We were leaving anyway; how the peer takes it is no cause.
        } else {
            abort(why);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        inactive = true;
        outbound.clear();
        if (closeTimer != null) closeTimer.cancel();
        deliver();
        for (int i = arrived.size(); i > 0; i--) arrived.add(leftToTheCollector(arrived.remove()));
    }

    /** For a listener that comes, or resumes, after the end; if it never does, no pooled memory is lost. */
    private static ByteBuf leftToTheCollector(ByteBuf bytes) {
        ByteBuf copy = Unpooled.copiedBuffer(bytes);
        bytes.release();
        return copy;
    }

    private void endIfOver() {
        if (!inactive || ended || delivering || listener == null || !arrived.isEmpty()) return;
        ended = true;
        listener.onClosed(cause);
    }

    private void dropArrived() {
        arrived.forEach(ByteBuf::release);
        arrived.clear();
    }

    private TransportListener listenerOrThrow() {
        if (listener == null) throw new IllegalStateException(info + ": not started");
        return listener;
    }

    @Override
    public String toString() {
        return info.toString();
    }
}
