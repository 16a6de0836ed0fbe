package dev.ovsdb.jsonrpc.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * The bytes on their way to the kernel. Confined to the event loop.
 *
 * <p>Netty would copy a heap buffer into direct memory as soon as it is written, however large it is and however slow the
 * peer. So only a little is given to the channel at a time: small buffers are copied together into one chunk, which leaves
 * in one system call, and a large one is copied chunk by chunk as the channel drains. That copy is the one that the JDK
 * makes itself for a heap buffer. Direct buffers are not copied.
 */
final class OutboundBytes {
    private static final int CHUNK = 64 * 1024;

    /** Between two looks at what else the event loop has to do. */
    private static final int BYTES_A_TURN = 1024 * 1024;

    private final Channel channel;
    private final Runnable onProgress;
    private final Consumer<Throwable> onFailure;
    private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private long bytesInChannel;
    private boolean drainScheduled;

    /**
     * @param onProgress called when bytes have left, or can no longer leave
     * @param onFailure called before that with the reason why they cannot
     */
    OutboundBytes(Channel channel, Runnable onProgress, Consumer<Throwable> onFailure) {
        this.channel = channel;
        this.onProgress = onProgress;
        this.onFailure = onFailure;
    }

    void add(List<ByteBuffer> bytes) {
        for (ByteBuffer buffer : bytes) {
            if (!buffer.hasRemaining()) continue;
            waiting.add(buffer);
            waitingBytes += buffer.remaining();
        }
    }

    long queuedBytes() {
        return waitingBytes + bytesInChannel;
    }

    /** Writes as much as the channel takes. */
    void drain() {
        int budget = BYTES_A_TURN;
        while (waitingBytes > 0 && channel.isWritable() && budget > 0) {
            budget -= fillChannel();
            channel.flush();
        }
        if (waitingBytes > 0 && channel.isWritable() && !drainScheduled) {
            drainScheduled = true;
            channel.eventLoop().execute(this::drainAgain);
        }
    }

    private void drainAgain() {
        drainScheduled = false;
        drain();
    }

    private int fillChannel() {
        int filled = 0;
        while (waitingBytes > 0 && channel.isWritable()) {
            ByteBuf chunk = nextChunk();
            int size = chunk.readableBytes();
            waitingBytes -= size;
            bytesInChannel += size;
            filled += size;
            channel.write(chunk).addListener(new Written(size));
        }
        return filled;
    }

    private ByteBuf nextChunk() {
        ByteBuffer first = waiting.element();
        if (first.isDirect()) return Unpooled.wrappedBuffer(slice(first, CHUNK));
        ByteBuf chunk = channel.alloc().ioBuffer((int) Math.min(CHUNK, waitingBytes));
        while (chunk.isWritable() && !waiting.isEmpty() && !waiting.element().isDirect()) {
            chunk.writeBytes(slice(waiting.element(), chunk.writableBytes()));
        }
        return chunk;
    }

    /** Takes up to so many bytes off the first buffer, and the buffer off the queue when it is used up. */
    private ByteBuffer slice(ByteBuffer first, int max) {
        int length = Math.min(max, first.remaining());
        ByteBuffer slice = first.slice(first.position(), length);
        first.position(first.position() + length);
        if (!first.hasRemaining()) waiting.remove();
        return slice;
    }

    /** Forgets what waits. What the channel has is the channel's to forget. */
    void clear() {
        waiting.clear();
        waitingBytes = 0;
    }

    private final class Written implements ChannelFutureListener {
        private final int size;

        Written(int size) {
            this.size = size;
        }

        @Override
        public void operationComplete(ChannelFuture written) {
            bytesInChannel -= size;
            if (!written.isSuccess()) onFailure.accept(written.cause());
            onProgress.run();
        }
    }
}
