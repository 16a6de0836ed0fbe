package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.transport.Transport;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Sends the reply whose body is made meanwhile, and keeps what must leave behind it.
 *
 * <p>none --begin--&gt; wanting --(little waits in the transport: next)--&gt; asked --piece--&gt; wanting ... --end--&gt; none
 *
 * <p>Confined to the event loop, but for {@link #isUnderWay}, {@link #waitingBytes} and the sinks.
 */
final class BodyPump {
    /** The next piece is asked for when no more than this waits in the transport; nothing, if too much waits for all peers. */
    static final long FEW_BYTES = 256 * 1024;

    /** Between two looks at what else the event loop has to do. */
    private static final long BYTES_A_TURN = 1024 * 1024;

    private final LoopConnection connection;
    private final Outbox outbox;
    private final Transport transport;
    private final Queue<Outbound> behind = new ArrayDeque<>();

    private @Nullable BodySource source; // Of the reply under way.
    private boolean asked;
    private boolean pumping;
    private long turnBytes;
    private volatile boolean underWay;
    private volatile long behindBytes;

    BodyPump(LoopConnection connection, Outbox outbox, Transport transport) {
        this.connection = connection;
        this.outbox = outbox;
        this.transport = transport;
    }

    /** Whether what is sent now has to wait. Any thread. */
    boolean isUnderWay() {
        return underWay;
    }

    /** Bytes that wait for the end of the body. Any thread. */
    long waitingBytes() {
        return behindBytes;
    }

    /** Whether it is the source that keeps the peer waiting, not the other way round. */
    boolean isWaitingForSource() {
        return asked && transport.queuedBytes() == 0;
    }

    /** The reply's head was put into the write that comes next. Nothing is asked for before {@link #pump}. */
    void begin(BodySource next) {
        source = next;
        asked = false;
        underWay = true;
        connection.flow().bodyUnderWay(true);
    }

    /** Keeps a message until the body is complete. */
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // Only the loop writes it.
    void keep(Outbound item) {
        behind.add(item);
        behindBytes += item.size();
    }

    /** Asks for as much as leaves. */
    void pump() {
        if (pumping || source == null) {
            return;
        }
        pumping = true;
        turnBytes = 0;
        try {
            while (wantsMore()) {
                ask();
            }
        } finally {
            pumping = false;
        }
        if (source != null && !asked && turnBytes > BYTES_A_TURN) {
            connection.eventLoop().execute(this::pump);
        }
    }

    private boolean wantsMore() {
        return source != null
                && !asked
                && connection.maySend()
                && turnBytes <= BYTES_A_TURN
                && transport.queuedBytes() <= (outbox.isBudgetExceeded() ? 0 : FEW_BYTES);
    }

    private void ask() {
        BodySource current = source;
        if (current == null) {
            return;
        }
        asked = true;
        try {
            current.next(new Piece(current));
        } catch (RuntimeException | Error e) {
            connection.end(e);
        }
    }

    private void arrived(List<ByteBuffer> bytes) {
        asked = false;
        turnBytes += outbox.sendPiece(bytes);
        pump();
    }

    private void ended(BodySource complete) {
        source = null;
        asked = false;
        underWay = false;
        outbox.endReply();
        connection.flow().bodyUnderWay(false);
        close(complete);
        outbox.writeKept();
        pump(); // Another body may have begun.
        outbox.tellWritable();
    }

    /** The next message that was kept, if it may leave. */
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // Only the loop writes it.
    @Nullable
    Outbound takeKept() {
        Outbound item = source == null || !connection.maySend() ? behind.poll() : null;
        if (item != null) {
            behindBytes -= item.size();
        }
        return item;
    }

    /** The connection has ended: the body is cut off. */
    void stop() {
        BodySource cut = source;
        source = null;
        underWay = false;
        if (cut != null) {
            close(cut);
        }
    }

    /** A reply that will not be sent. */
    void refuse(BodySource unused) {
        close(unused);
    }

    private void close(BodySource done) {
        connection.atTheEnd("the source of a reply", done::close);
    }

    /** Takes one piece of a body. */
    private final class Piece implements PieceSink {
        private final BodySource of;
        private final AtomicBoolean used = new AtomicBoolean();

        Piece(BodySource of) {
            this.of = of;
        }

        @Override
        public void piece(List<ByteBuffer> bytes) {
            onLoop(() -> arrived(bytes));
        }

        @Override
        public void end() {
            onLoop(() -> ended(of));
        }

        @Override
        public void fail(Throwable cause) {
            onLoop(() -> connection.end(cause));
        }

        private void onLoop(Runnable step) {
            if (!used.compareAndSet(false, true)) {
                throw new IllegalStateException("this piece was given already");
            }
            if (connection.eventLoop().inEventLoop()) {
                unlessStopped(step);
                return;
            }
            try {
                connection.eventLoop().execute(() -> unlessStopped(step));
            } catch (RejectedExecutionException e) {
                // The loop has ended, and the connection with it.
            }
        }

        private void unlessStopped(Runnable step) {
            if (of == source) {
                step.run();
            }
        }
    }
}
