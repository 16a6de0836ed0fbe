package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.OutboundLimitException;
import dev.ovsdb.jsonrpc.metrics.ConnectionListener;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The way out of a connection. What any thread queued is put together on the loop and given to the transport in one write;
 * a lone call is written by its caller (see {@link CallerWrites}).
 *
 * <p>Confined to the event loop, but for {@link #send}, {@link #writeAsCaller} and {@link #waitingBytes}.
 */
final class Outbox {
    private static final int FEW_BYTES = 64 * 1024;

    private final LoopConnection connection;
    private final Transport transport;
    private final EventLoop loop;
    private final FlowControl flow;
    private final long closeAboveBytes;
    private final OutboundBudget.@Nullable Account account;
    private final OutboundQueue queue = new OutboundQueue();
    private final WriteBatch batch = new WriteBatch();
    private final BodyPump bodies;
    private final @Nullable CallerWrites callers; // Null if the transport cannot be written to by other threads.

    private volatile long transportBytes; // Waiting in the transport, when it was last looked at.
    private @Nullable Outbound taken; // Off the queue, and not yet written or refused.
    private boolean inRead; // Between the first bytes of a read and its end, which writes what was queued meanwhile.
    private long sentBytes;

    Outbox(
            LoopConnection connection,
            Transport transport,
            FlowControl flow,
            long closeAboveBytes,
            OutboundBudget.@Nullable Account account) {
        this.connection = connection;
        this.transport = transport;
        this.loop = transport.eventLoop();
        this.flow = flow;
        this.closeAboveBytes = closeAboveBytes;
        this.account = account;
        this.bodies = new BodyPump(connection, this, transport);
        this.callers = transport.canWriteNow() ? new CallerWrites(transport, queue, this::drain) : null;
    }

    // ---- What any thread may call.

    /** Bytes that wait here and in the transport. */
    long waitingBytes() {
        return queue.bytes() + bodies.waitingBytes() + transportBytes;
    }

    /** Queues something to be written, or done, on the loop. */
    void send(Outbound item) {
        boolean first = queue.add(item);
        if (first && !(loop.inEventLoop() && inRead)) {
            try {
                loop.execute(this::drain);
            } catch (RejectedExecutionException e) { // The loop has ended, and the connection with it.
                refuseAll(queue.takeAll());
            }
        }
    }

    /** Writes a call that is alone on this thread, if that can be done at once; if not, nothing has happened. */
    boolean writeAsCaller(CallRequest<?> request) {
        return callers != null && !loop.inEventLoop() && callers.write(request);
    }

    /** Whether a caller who has the pen may write this call. */
    boolean isReadyForCallers(CallRequest<?> request) {
        Deadlines deadlines = connection.calls().deadlines();
        boolean timed = request.call.timeout().isZero() || deadlines.looksBy(request.deadline());
        boolean free = transportBytes == 0 && !bodies.isUnderWay();
        return timed && connection.isOpen() && free && request.size() <= CallerWrites.MAX_BYTES;
    }

    private void refuseAll(@Nullable Outbound first) {
        Outbound item = first;
        while (item != null) {
            Outbound next = item.next;
            item.next = null;
            item.refuse(connection);
            item = next;
        }
    }

    // ---- On the loop.

    /** What is queued by the loop from now on waits for the end of the read. */
    void readBegins() {
        inRead = true;
    }

    void readEnds() {
        inRead = false;
        drain();
    }

    /** The last drain: what is left is refused. */
    void closed() {
        inRead = false;
        if (account != null) {
            account.close();
        }
        drainNow();
        writeKept();
    }

    private void drain() {
        if (callers == null) {
            drainQueue();
        } else if (callers.tryHold()) {
            drainHeld(callers);
        }
    }

    /** Drains also if it must wait for a caller to finish its write. */
    void drainNow() {
        if (callers != null) {
            callers.hold();
            drainHeld(callers);
        } else {
            drainQueue();
        }
    }

    private void drainHeld(CallerWrites held) {
        try {
            addCallersCalls();
            ByteBuffer rest = held.takeRest();
            if (rest != null && connection.maySend()) {
                transport.send(List.of(rest));
                queueChanged();
            }
            drainQueue();
        } finally {
            held.release();
        }
    }

    /** Waits for a caller that is writing, so that afterwards every call that was written is among the pending ones. */
    void settleCallersCalls() {
        if (callers != null) {
            callers.hold();
            addCallersCalls();
            callers.release();
        }
    }

    /** Takes calls that callers wrote among the pending ones. */
    void addCallersCalls() {
        Outbound item = callers == null ? null : callers.takeAnnounced();
        while (item != null) {
            Outbound next = item.next;
            item.next = null;
            sent(((CallRequest<?>) item).writtenByCaller());
            item = next;
        }
    }

    /** In order also if an item closes the connection and so drains while its own drain is under way. */
    private void drainQueue() {
        writeTaken();
        taken = queue.takeAll();
        writeTaken();
        flush();
        bodies.pump();
    }

    /** Writes what was kept until the end of a body, as far as no other begins. */
    void writeKept() {
        for (Outbound item = bodies.takeKept(); item != null; item = bodies.takeKept()) {
            writeOrRefuse(item);
        }
        flush();
    }

    private void writeTaken() {
        while (taken != null) {
            Outbound item = taken;
            taken = item.next;
            item.next = null;
            if (bodies.isUnderWay() && item.hasBytes()) {
                bodies.keep(item);
            } else {
                writeOrRefuse(item);
            }
        }
        checkLimit();
    }

    private void writeOrRefuse(Outbound item) {
        if (connection.maySend()) {
            write(item);
        } else {
            item.refuse(connection);
        }
    }

    private void write(Outbound item) {
        try {
            item.write(connection, batch);
        } catch (RuntimeException | Error e) { // Such as memory that ran out, and half a message in the batch.
            connection.end(e);
            item.refuse(connection);
        }
    }

    /** Sends what was put together so far. */
    void flush() {
        long bytes = batch.size();
        if (bytes > 0) {
            List<ByteBuffer> buffers = batch.take();
            transport.send(buffers);
            queueChanged();
            sent(bytes);
        }
    }

    private void sent(long bytes) {
        sentBytes += bytes;
        ConnectionListener listener = connection.listener();
        if (listener != ConnectionListener.NONE) {
            listener.bytesSent(
                    connection.info(), bytes, transportBytes, connection.calls().count());
        }
    }

    /** Sends a piece of the body that is under way. */
    long sendPiece(List<ByteBuffer> bytes) {
        long before = batch.size();
        batch.raw(bytes);
        long size = batch.size() - before;
        flow.replied(size);
        flush();
        return size;
    }

    /** Puts the end of the body into the write that comes next. */
    void endReply() {
        batch.endReply();
    }

    /** Bytes left the transport. */
    void writable() {
        queueChanged();
        bodies.pump();
        tellWritable();
    }

    /** Tells the handler if nothing, or little, waits any more. */
    void tellWritable() {
        if (isWritable() && connection.maySend()) {
            connection.writable();
        }
    }

    /** Whether nothing, or little, waits in the transport, and no body is under way. Any thread. */
    boolean isWritable() {
        return transportBytes <= FEW_BYTES && !bodies.isUnderWay();
    }

    /** Bytes were given to the transport, or left it. */
    private void queueChanged() {
        transportBytes = transport.queuedBytes();
        flow.queueChanged();
        checkLimit();
    }

    private void checkLimit() {
        long waiting = transportBytes + bodies.waitingBytes();
        if (account != null) {
            account.waits(waiting);
        }
        if (waiting > closeAboveBytes && connection.maySend()) {
            connection.end(new OutboundLimitException(waiting + " bytes wait for a peer that does not read, limit "
                    + closeAboveBytes + " (closeAboveOutboundBytes)"));
        }
    }

    /** Whether so much waits for all peers together that no more should be made than leaves. */
    boolean isBudgetExceeded() {
        return account != null && account.isBudgetExceeded();
    }

    BodyPump bodies() {
        return bodies;
    }

    /** Bytes sent in all. */
    long sentBytes() {
        return sentBytes;
    }
}
