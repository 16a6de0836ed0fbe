package dev.ovsdb.testkit.simulation;

import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.Transport;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import dev.ovsdb.jsonrpc.transport.TransportListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection of the simulated network, with the manners of a socket: what is sent waits in a queue, moves to the other end
 * in pieces as the {@link Link} has it, and waits there to be read. Bytes are wiped behind the listener, who may use them in its call only.
 */
final class SimTransport implements Transport {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private enum State {
        OPEN,
        CLOSING,
        CLOSED
    }

    private final Link link;
    private final SimLoop loop;
    private final TransportInfo info;
    private final Deque<ByteBuffer> queue = new ArrayDeque<>();
    private final Deque<byte[]> arrived = new ArrayDeque<>();
    private @Nullable SimTransport other;
    private @Nullable TransportListener listener;
    private State state = State.OPEN;
    private long queued;
    private long waiting; // Bytes that arrived and were not read.
    private boolean paused;
    private boolean moving;
    private boolean readDue;
    private boolean writableDue;
    private boolean ended; // By the other end.
    private boolean told;
    private @Nullable Throwable cause;
    private @Nullable Throwable otherCause;
    boolean swallows; // What is sent never arrives, and nobody hears of it.

    SimTransport(Link link, SimLoop loop, String remoteName) {
        this.link = link;
        this.loop = loop;
        this.info = new TransportInfo(TransportInfo.Kind.TCP, remoteName, null, null, null);
    }

    void connect(SimTransport to) {
        other = to;
    }

    private SimTransport other() {
        return Objects.requireNonNull(other);
    }

    boolean isOver() {
        return state == State.CLOSED;
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
        Violation.unless(listener == null, "%s was started twice", info);
        listener = receiver;
        if (state == State.CLOSED) {
            execute(this::tellEnd);
        } else {
            readSoon();
        }
    }

    // ---- Out.

    @Override
    public void send(List<ByteBuffer> bytes) {
        requireLoop("send");
        if (state != State.OPEN) {
            return;
        }
        for (ByteBuffer buffer : bytes) {
            if (buffer.hasRemaining()) {
                queue.add(buffer);
                queued += buffer.remaining();
            }
        }
        writableDue = queued > 0;
        moveSoon();
    }

    @Override
    public long queuedBytes() {
        return queued;
    }

    private void moveSoon() {
        if (!moving && !queue.isEmpty() && (swallows || other().waiting < link.window())) {
            moving = true;
            link.later(this::move);
        }
    }

    private void move() {
        moving = false;
        if (state == State.CLOSED || queue.isEmpty()) {
            return;
        }
        byte[] piece = piece(link.pieceBytes());
        queued -= piece.length;
        if (!swallows) {
            other().arrive(piece);
        }
        if (queue.isEmpty()) {
            execute(this::bytesLeft);
        }
        moveSoon();
    }

    private byte[] piece(int most) {
        byte[] piece = new byte[(int) Math.min(most, queued)];
        int filled = 0;
        while (filled < piece.length) {
            ByteBuffer first = queue.element();
            int count = Math.min(first.remaining(), piece.length - filled);
            first.get(piece, filled, count);
            filled += count;
            if (!first.hasRemaining()) {
                queue.remove();
            }
        }
        return piece;
    }

    private void bytesLeft() {
        if (state == State.CLOSING && queue.isEmpty()) {
            finish(null);
            farewell(null);
        } else if (state == State.OPEN && writableDue && queue.isEmpty() && listener != null) {
            writableDue = false;
            listener.onWritable();
        }
    }

    // ---- In.

    private void arrive(byte[] piece) {
        if (state != State.OPEN) {
            if (state == State.CLOSED) { // Who sends to an end that is closed is told so, roughly.
                link.later(() -> other().end(new IOException("Connection reset by peer")));
            }
            return;
        }
        link.seen(this, piece);
        arrived.add(piece);
        waiting += piece.length;
        readSoon();
    }

    private void readSoon() {
        boolean something = !arrived.isEmpty() || ended;
        if (!readDue && !paused && something && listener != null && state == State.OPEN) {
            readDue = true;
            execute(this::read);
        }
    }

    private void read() {
        readDue = false;
        TransportListener receiver = Objects.requireNonNull(listener);
        boolean any = false;
        try {
            while (!paused && state == State.OPEN && !arrived.isEmpty()) {
                byte[] piece = arrived.remove();
                waiting -= piece.length;
                any = true;
                receiver.onBytes(ByteBuffer.wrap(piece));
                Arrays.fill(piece, (byte) '#');
            }
            if (any && state == State.OPEN) {
                receiver.onReadComplete();
            }
        } catch (RuntimeException e) {
            throw new Violation("the listener of " + info + " threw " + e, e);
        }
        other().moveSoon();
        if (ended && !paused && arrived.isEmpty() && state == State.OPEN) {
            finish(otherCause);
        }
    }

    @Override
    public void pauseReading() {
        requireLoop("pauseReading");
        paused = true;
    }

    @Override
    public void resumeReading() {
        requireLoop("resumeReading");
        paused = false;
        readSoon();
    }

    // ---- The end.

    @Override
    public void close() {
        requireLoop("close");
        if (state != State.OPEN) {
            return;
        }
        state = State.CLOSING;
        forgetArrived();
        if (queue.isEmpty()) {
            finish(null);
            farewell(null);
        } else {
            loop.schedule(CLOSE_PATIENCE, this::closeNow);
        }
    }

    private void closeNow() {
        if (state == State.CLOSING) {
            finish(null);
            farewell(new IOException("Connection reset by peer"));
        }
    }

    @Override
    public void abort(Throwable why) {
        requireLoop("abort");
        if (state != State.CLOSED) {
            finish(state == State.CLOSING ? null : why);
            farewell(new IOException("Connection reset by peer"));
        }
    }

    private void farewell(@Nullable Throwable says) {
        if (!swallows) {
            link.later(() -> other().end(says));
        }
    }

    /** The other end has gone, or the way there. With a cause, what arrived and was not read is lost. */
    void end(@Nullable Throwable why) {
        if (state == State.CLOSED || !loop.isAlive()) {
            return;
        }
        if (state == State.CLOSING) {
            finish(null);
            return;
        }
        if (why != null) {
            forgetArrived();
            finish(why);
            return;
        }
        ended = true;
        otherCause = null;
        readSoon();
    }

    /** Its process is dead: nobody is told here, and the other end finds out by itself. */
    void die() {
        state = State.CLOSED;
        queue.clear();
        arrived.clear();
        link.over();
    }

    private void finish(@Nullable Throwable why) {
        state = State.CLOSED;
        cause = why;
        queue.clear();
        queued = 0;
        forgetArrived();
        link.say("%s of %s is over: %s", this == link.client() ? "client's end" : "server's end", link, why);
        execute(this::tellEnd);
        link.over();
    }

    private void forgetArrived() {
        arrived.clear();
        waiting = 0;
        if (other != null && state != State.CLOSED) {
            other().moveSoon();
        }
    }

    private void tellEnd() {
        if (listener != null && !told) {
            told = true;
            listener.onClosed(cause);
        }
    }

    private void execute(Runnable task) {
        if (loop.isAlive()) {
            loop.execute(task);
        }
    }

    private void requireLoop(String what) {
        Violation.unless(loop.inEventLoop(), "%s of %s was called off its event loop", what, info);
    }

    @Override
    public String toString() {
        return info.toString();
    }
}
