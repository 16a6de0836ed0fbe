package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.transport.Transport;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Lets the thread that makes a lone call write it, so that a conversation of one call at a time does not wake the loop for
 * each request but only for each reply.
 *
 * <p>Who writes, a caller or the loop, holds the <em>pen</em>. A caller that does not get it at once, or finds anything
 * that would have to leave before its call, queues the call as usual. With the pen it announces the call, then writes it;
 * the loop takes what was announced into the table of pending calls before it looks at any byte that arrives later, so the
 * reply always finds its call. The loop is not woken, therefore the call's time-out must be covered by a timer that is
 * running already (see {@link Deadlines#looksBy}); it seldom is not, since that timer stays for as long as the first call
 * of many could have taken.
 *
 * <p>A caller keeps the pen for one write that does not block. The loop does not wait for it but where it must (a timer, the
 * end); elsewhere it goes on and is called again by the caller.
 */
final class CallerWrites {
    /** Larger calls are the loop's, which knows how to write in parts. */
    static final long MAX_BYTES = 4 * 1024;

    private static final int SPINS = 1000; // Longer than one small write takes.

    private final Transport transport;
    private final Runnable drain;
    private final OutboundQueue queue;
    private final OutboundQueue announced = new OutboundQueue();
    private final AtomicBoolean pen = new AtomicBoolean();
    private final WriteBatch batch = new WriteBatch(); // With the pen only, as is the rest.

    private @Nullable ByteBuffer rest; // Of a call that the kernel did not take whole.
    private volatile boolean loopWasRefused;
    private int loopHolds; // How often the loop took it; confined to the loop.

    /** @param drain what the loop does when something is queued; runs on the loop */
    CallerWrites(Transport transport, OutboundQueue queue, Runnable drain) {
        this.transport = transport;
        this.queue = queue;
        this.drain = drain;
    }

    // ---- Callers.

    /** Writes the call if nothing stands before it, and tells whether it did; if not, nothing has happened. */
    boolean write(CallRequest<?> request) {
        if (!pen.compareAndSet(false, true)) {
            return false;
        }
        boolean written = false;
        boolean loopIsNeeded = true;
        try {
            if (rest == null && queue.isEmpty() && request.connection.outbox().isReadyForCallers(request)) {
                announceAndWrite(request);
                written = true;
            }
            loopIsNeeded = rest != null;
        } finally {
            pen.set(false);
        }
        if (loopIsNeeded || loopWasRefused || !queue.isEmpty()) {
            wakeLoop();
        }
        return written;
    }

    private void wakeLoop() {
        try {
            transport.eventLoop().execute(drain);
        } catch (RejectedExecutionException e) {
            // It has ended, and before that the connection, which failed every call that was announced.
        }
    }

    private void announceAndWrite(CallRequest<?> request) {
        List<ByteBuffer> buffers = request.writeAsCaller(batch);
        announced.add(request);
        ByteBuffer bytes = buffers.get(0);
        transport.writeNow(bytes);
        if (bytes.hasRemaining()) {
            rest = bytes;
        }
    }

    // ---- The loop.

    /** Takes the pen for the loop, which may hold it already; false if a caller has it, who will then have drain called. */
    boolean tryHold() {
        if (loopHolds == 0) {
            loopWasRefused = true;
            if (!pen.compareAndSet(false, true)) {
                return false;
            }
            loopWasRefused = false;
        }
        loopHolds++;
        return true;
    }

    /** Takes the pen for the loop, as soon as the caller that has it is through with its write. */
    void hold() {
        for (int tries = 0; !tryHold(); tries++) {
            if (tries < SPINS) {
                Thread.onSpinWait();
            } else {
                Thread.yield(); // The caller has lost its processor, perhaps to us.
            }
        }
    }

    void release() {
        if (--loopHolds == 0) {
            pen.set(false);
        }
    }

    /** The first of the calls that callers wrote since the last time, linked to the next; null if there are none. */
    @Nullable
    Outbound takeAnnounced() {
        return announced.takeAll();
    }

    /** What must leave before anything else. With the pen. */
    @Nullable
    ByteBuffer takeRest() {
        ByteBuffer taken = rest;
        rest = null;
        return taken;
    }
}
