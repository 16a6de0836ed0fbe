package dev.ovsdb.testkit.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Carries the bytes of one direction of one connection, and does to them what the direction's current {@link Fault} says.
 *
 * <p>Runs on its own thread; a message that was held back is written by who releases it, between two others. The fault is looked up anew
 * for each piece, so that a change takes effect at the next one.
 */
final class Pump implements Runnable {
    /** What becomes of the next byte. */
    private enum Next {
        PASS,
        SWALLOW,
        END
    }

    private static final int CHUNK = 64 * 1024;
    private static final int PIECES_A_SECOND = 50; // Where the bandwidth is limited.

    private final ProxyConnection connection;
    private final ProxyState state;
    private final Direction direction;
    private final SocketChannel from;
    private final SocketChannel to;
    private final MessageGate gate;
    private final Marks marks;
    private final Injury injury;
    private final PieceSizes sizes;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK);
    private final ReentrantLock writing =
            new ReentrantLock(); // Held from one message's begin to its end, where they are told apart.
    private ByteBuffer source = buffer; // What is being written. Guarded by writing.
    private volatile long passed;
    private volatile boolean outputEnded;

    Pump(
            ProxyConnection connection,
            ProxyState state,
            Direction direction,
            SocketChannel from,
            SocketChannel to,
            boolean tls,
            long seed) {
        this.connection = connection;
        this.state = state;
        this.direction = direction;
        this.from = from;
        this.to = to;
        this.marks = new Marks(tls ? MessageEnds.ofTls() : MessageEnds.ofJson());
        this.gate = new MessageGate(state.script(), connection.requests(), direction, marks, this::writeBetween);
        this.sizes = new PieceSizes(new Random(seed));
        this.injury = new Injury(new Random(seed), marks);
    }

    @Override
    public void run() {
        try {
            while (decide() != Next.END && read()) carry();
            endOutput();
        } catch (IOException e) {
            connection.broken();
        } catch (InterruptedException e) {
            connection.close();
            Thread.currentThread().interrupt();
        } finally {
            connection.pumpEnded();
        }
    }

    boolean hasSpent(Fault fault) {
        return fault.allowance(passed, marks) == 0;
    }

    /** Sends FIN; what comes in from now on is swallowed. */
    void endOutput() {
        outputEnded = true;
        try {
            to.shutdownOutput();
        } catch (IOException e) {
            // It has ended already.
        }
    }

    /** Does what is due before the next byte, which may be to wait, and says what becomes of that byte. */
    private Next decide() throws InterruptedException {
        while (!connection.isClosing()) {
            Fault fault = fault(); // Looked up once: it may change at any time.
            if (outputEnded) return Next.SWALLOW;
            if (fault.allowance(passed, marks) > 0) return Next.PASS;
            if (fault.ending() == Ending.BLACK_HOLE) return Next.SWALLOW;
            if (fault.ending() == Ending.STALL) awaitOtherThan(fault);
            else connection.cut(fault.ending());
        }
        return Next.END;
    }

    private void awaitOtherThan(Fault fault) throws InterruptedException {
        state.await(() -> changed(fault));
    }

    private boolean changed(Fault fault) {
        return !fault().equals(fault) || connection.isClosing() || outputEnded;
    }

    private boolean read() throws IOException {
        buffer.clear();
        int count = from.read(buffer);
        buffer.flip();
        return count >= 0;
    }

    /** Message by message where these are told apart, else all at once. */
    private void carry() throws IOException, InterruptedException {
        for (ByteBuffer next = gate.next(buffer); next != null; next = gate.next(buffer)) write(next);
    }

    private void write(ByteBuffer bytes) throws IOException, InterruptedException {
        writing.lockInterruptibly();
        try {
            source = bytes;
            marks.look(bytes);
            forward();
        } finally {
            writing.unlock();
        }
    }

    /** Writes a message that was held back, by whoever releases it; not if the connection has ended meanwhile. */
    private void writeBetween(ByteBuffer message) throws InterruptedException {
        try {
            write(message);
        } catch (IOException e) {
            connection.broken();
        }
    }

    private void forward() throws IOException, InterruptedException {
        while (source.hasRemaining()) {
            switch (decide()) {
                case PASS -> {
                    if (waited()) write(piece());
                }
                case SWALLOW -> swallow();
                case END -> {
                    return;
                }
            }
        }
        decide(); // A cut behind byte n comes with byte n, not with the next one.
    }

    private void swallow() {
        state.swallowed(direction, source.remaining());
        source.position(source.limit());
    }

    /** False if what was decided before the wait may no longer hold. */
    private boolean waited() throws InterruptedException {
        Fault before = fault();
        if (before.delay().isZero()) return true;
        return !state.await(() -> changed(before), before.delay());
    }

    /** Zero if the fault has just become one that lets nothing pass. */
    private int piece() {
        Fault fault = fault();
        long most = Math.min(source.remaining(), fault.allowance(passed, marks));
        most = Math.min(most, Math.max(1, fault.bytesPerSecond() / PIECES_A_SECOND));
        most = Math.min(most, injury.room(fault.damage(), passed));
        return (int) Math.min(most, sizes.left(fault));
    }

    private void write(int size) throws IOException, InterruptedException {
        Fault fault = fault();
        ByteBuffer piece = injury.inflict(fault.damage(), passed, source.slice(source.position(), size));
        int written = piece.remaining();
        while (piece.hasRemaining()) to.write(piece);
        source.position(source.position() + size);
        sizes.wrote(size);
        passed += size;
        state.passed(direction, written, marks.passed(passed));
        pace(fault, written);
    }

    /** Waits as long as the piece takes on a line of this width: so it is never faster, and a little slower. */
    private void pace(Fault fault, int bytes) throws InterruptedException {
        if (fault.bytesPerSecond() == Long.MAX_VALUE) return;
        long nanos = (long) (bytes * 1e9 / fault.bytesPerSecond());
        state.await(() -> changed(fault), Duration.ofNanos(nanos));
    }

    private Fault fault() {
        return state.fault(direction);
    }
}
