package dev.ovsdb.jsonrpc.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One end of a byte stream inside the JVM, without a socket: for tests, simulations, and peers that share a process.
 *
 * <p>Bytes are not copied; what one end sends, the other end's listener sees in the same pieces. They count as queued at the
 * sender until the receiver's listener has seen them, so a receiver that pauses is felt at once. Each end is confined to its
 * loop; all that passes between the ends does so as a task.
 */
public final class InMemoryTransport implements Transport {
    private enum State {
        OPEN,
        /** Closed here; waits for its bytes to be taken. */
        CLOSING,
        CLOSED
    }

    private final EventLoop loop;
    private final TransportInfo info;
    private final Deque<ByteBuffer> inbox = new ArrayDeque<>();

    private @Nullable InMemoryTransport peer; // Set once, before either end is seen by anybody else.
    private @Nullable TransportListener listener;
    private State state = State.OPEN;
    private long queued;
    private boolean paused;
    private boolean deliveryDue;
    private boolean peerEnded;
    private @Nullable Throwable peerFailure;
    private @Nullable Throwable endCause;
    private boolean endTold;

    private InMemoryTransport(EventLoop loop, String remoteName) {
        this.loop = loop;
        this.info = new TransportInfo(TransportInfo.Kind.MEMORY, remoteName, null, null, null);
    }

    /** Two ends of one stream. */
    public record Pair(InMemoryTransport first, InMemoryTransport second) {}

    /** Two connected ends on one loop. */
    public static Pair pair(EventLoop loop) {
        return pair(loop, loop);
    }

    /** Two connected ends, each on its own loop. */
    public static Pair pair(EventLoop first, EventLoop second) {
        var pair =
                new Pair(new InMemoryTransport(first, "memory:second"), new InMemoryTransport(second, "memory:first"));
        pair.first.peer = pair.second;
        pair.second.peer = pair.first;
        return pair;
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
    public void start(TransportListener receiver) {
        if (listener != null) {
            throw new IllegalStateException("started already");
        }
        listener = receiver;
        if (state == State.CLOSED) {
            loop.execute(this::tellEnd);
        } else {
            scheduleDelivery();
        }
    }

    @Override
    public void send(List<ByteBuffer> bytes) {
        if (state != State.OPEN) {
            return;
        }
        for (ByteBuffer buffer : bytes) {
            queued += buffer.remaining();
        }
        List<ByteBuffer> sent = List.copyOf(bytes);
        other().loop.execute(() -> other().arrive(sent));
    }

    @Override
    public long queuedBytes() {
        return queued;
    }

    @Override
    public void pauseReading() {
        paused = true;
    }

    @Override
    public void resumeReading() {
        paused = false;
        scheduleDelivery();
    }

    @Override
    public void close() {
        if (state == State.OPEN) {
            state = State.CLOSING;
            other().loop.execute(() -> other().end(null));
            discardInbox();
            closeIfFlushed();
        }
    }

    @Override
    public void abort(Throwable cause) {
        if (state != State.CLOSED) {
            finish(cause);
            other().loop.execute(() -> other().reset());
        }
    }

    private void arrive(List<ByteBuffer> bytes) {
        inbox.addAll(bytes);
        if (state == State.OPEN) {
            scheduleDelivery();
        } else {
            discardInbox();
        }
    }

    private void end(@Nullable Throwable failure) {
        peerEnded = true;
        peerFailure = failure;
        scheduleDelivery();
    }

    private void reset() {
        inbox.clear();
        paused = false;
        end(new IOException("connection reset by peer"));
    }

    private void scheduleDelivery() {
        if (!deliveryDue && listener != null) {
            deliveryDue = true;
            loop.execute(this::deliver);
        }
    }

    private void deliver() {
        deliveryDue = false;
        try {
            deliver(listener());
        } catch (RuntimeException e) {
            abort(e);
        }
        if (peerEnded && inbox.isEmpty() && state != State.CLOSED) {
            finish(state == State.CLOSING ? null : peerFailure);
        }
    }

    private void deliver(TransportListener receiver) {
        long taken = 0;
        while (!paused && state == State.OPEN && !inbox.isEmpty()) {
            ByteBuffer next = inbox.remove();
            taken += next.remaining();
            receiver.onBytes(next);
        }
        if (taken > 0) {
            taken(taken);
            if (state == State.OPEN) {
                receiver.onReadComplete();
            }
        }
    }

    private void taken(long bytes) {
        other().loop.execute(() -> other().left(bytes));
    }

    private void left(long bytes) {
        if (state == State.CLOSED) {
            return;
        }
        queued -= bytes;
        closeIfFlushed();
        if (queued == 0 && state == State.OPEN && listener != null) {
            listener.onWritable();
        }
    }

    private void discardInbox() {
        long bytes = inbox.stream().mapToLong(ByteBuffer::remaining).sum();
        inbox.clear();
        if (bytes > 0) {
            taken(bytes);
        }
    }

    private void closeIfFlushed() {
        if (state == State.CLOSING && queued == 0) {
            finish(null);
        }
    }

    /** Tells the listener as a task of its own, since the end may have been asked for from inside it. */
    private void finish(@Nullable Throwable cause) {
        state = State.CLOSED;
        queued = 0;
        inbox.clear();
        endCause = cause;
        loop.execute(this::tellEnd);
    }

    private void tellEnd() {
        if (listener != null && !endTold) {
            endTold = true;
            listener.onClosed(endCause);
        }
    }

    private InMemoryTransport other() {
        return Objects.requireNonNull(peer);
    }

    private TransportListener listener() {
        return Objects.requireNonNull(listener);
    }
}
