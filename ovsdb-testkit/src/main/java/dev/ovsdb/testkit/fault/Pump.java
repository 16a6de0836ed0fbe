package dev.ovsdb.testkit.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Random;

/**
 * Carries the bytes of one direction of one connection, and does to them what the direction's current {@link Fault} says.
 *
 * <p>Runs on its own thread. The fault is looked up anew for each piece, so that a change takes effect at the next one.
 */
final class Pump implements Runnable {
    /** What becomes of the next byte. */
    private enum Next {
        PASS,
        SWALLOW,
        END
    }

    private static final int CHUNK = 64 * 1024;

    private final ProxyConnection connection;
    private final ProxyState state;
    private final Direction direction;
    private final SocketChannel from;
    private final SocketChannel to;
    private final Random sizes;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK);
    private volatile long passed; // Written by the pump's thread alone.
    private volatile boolean outputEnded;

    Pump(
            ProxyConnection connection,
            ProxyState state,
            Direction direction,
            SocketChannel from,
            SocketChannel to,
            long seed) {
        this.connection = connection;
        this.state = state;
        this.direction = direction;
        this.from = from;
        this.to = to;
        this.sizes = new Random(seed);
    }

    @Override
    public void run() {
        try {
            while (decide() != Next.END && read()) forward();
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
        return fault.allowance(passed) == 0;
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
            if (fault.allowance(passed) > 0) return Next.PASS;
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

    private void forward() throws IOException, InterruptedException {
        while (buffer.hasRemaining()) {
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
        state.swallowed(direction, buffer.remaining());
        buffer.position(buffer.limit());
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
        int most = (int) Math.min(Math.min(buffer.remaining(), fault.allowance(passed)), fault.maxPiece());
        return fault.varied() && most > 1 ? 1 + sizes.nextInt(most) : most;
    }

    private void write(int size) throws IOException {
        ByteBuffer piece = buffer.slice(buffer.position(), size);
        while (piece.hasRemaining()) to.write(piece);
        buffer.position(buffer.position() + size);
        passed += size;
        state.passed(direction, size);
    }

    private Fault fault() {
        return state.fault(direction);
    }
}
