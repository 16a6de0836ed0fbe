package dev.ovsdb.jsonrpc.transport;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * One duplex stream of bytes. Confined to its event loop: unless it says otherwise, each method is called there, and so is
 * the listener.
 */
public interface Transport {
    /** The loop that owns this stream. Any thread. */
    EventLoop eventLoop();

    /** What is known of both ends. Any thread; does not change. */
    TransportInfo info();

    /** Lets bytes flow to the listener. Called once. If the stream has ended already, the listener is told so soon. */
    void start(TransportListener listener);

    /**
     * Queues bytes behind those of earlier sends, each buffer from its position to its limit. They must not change any
     * more; the buffers themselves (their positions) belong to the transport from now on. After the end it does nothing.
     */
    void send(List<ByteBuffer> bytes);

    /** Whether {@link #writeNow} does anything. Any thread; does not change. */
    default boolean canWriteNow() {
        return false;
    }

    /**
     * Hands bytes to the kernel on the calling thread, as many as it takes without blocking; the buffer's position tells how
     * many. Any thread, but the caller makes sure that nobody sends meanwhile and that {@link #queuedBytes()} is 0. A fault
     * is not told here: it comes with the next send.
     */
    default void writeNow(ByteBuffer bytes) {}

    /** The bytes that were sent and not yet handed to the kernel. */
    long queuedBytes();

    /** Asks for no more bytes. What was read before may still arrive. Does nothing if already paused. */
    void pauseReading();

    /** Undoes {@link #pauseReading()}. Does nothing if not paused. */
    void resumeReading();

    /** Ends the stream when what is queued has left; nothing more is read. Does nothing after the end. */
    void close();

    /** Ends the stream at once; what is queued is dropped. The listener is told the cause. Does nothing after the end. */
    void abort(Throwable cause);
}
