package dev.ovsdb.testkit.fault;

import java.time.Duration;
import java.util.Objects;

/**
 * What the proxy does to the bytes of one direction. Immutable; the methods combine: {@code Fault.pieces(7).reset(100)}.
 *
 * @param ending what happens when {@code passBytes} bytes of a connection have passed in this direction
 * @param passBytes counted from the start of the connection, also when the fault comes later
 * @param maxPiece the most bytes that are written at once
 * @param varied whether pieces have sizes from 1 to {@code maxPiece}, chosen by the proxy's seed, or all the same
 * @param delay how long each piece waits before it is written
 */
public record Fault(Ending ending, long passBytes, int maxPiece, boolean varied, Duration delay) {
    private static final Fault NONE = new Fault(Ending.NONE, Long.MAX_VALUE, Integer.MAX_VALUE, false, Duration.ZERO);

    /** Checks that the numbers can be. */
    public Fault {
        Objects.requireNonNull(ending);
        if (passBytes < 0) throw new IllegalArgumentException("passBytes must not be negative, was " + passBytes);
        if (maxPiece < 1) throw new IllegalArgumentException("a piece has at least 1 byte, not " + maxPiece);
        if (delay.isNegative()) throw new IllegalArgumentException("a delay must not be negative, was " + delay);
    }

    /** Bytes pass as they come. */
    public static Fault none() {
        return NONE;
    }

    /** Cuts the connection with a reset, exactly behind this many bytes. */
    public Fault reset(long afterBytes) {
        return ending(Ending.RESET, afterBytes);
    }

    /** Cuts the connection with an orderly end, exactly behind this many bytes. */
    public Fault close(long afterBytes) {
        return ending(Ending.CLOSE, afterBytes);
    }

    /** Swallows what comes behind this many bytes. */
    public Fault blackHole(long afterBytes) {
        return ending(Ending.BLACK_HOLE, afterBytes);
    }

    /** Stops reading behind this many bytes. */
    public Fault stall(long afterBytes) {
        return ending(Ending.STALL, afterBytes);
    }

    /** Writes in pieces of this size. */
    public Fault pieces(int bytes) {
        return new Fault(ending, passBytes, bytes, false, delay);
    }

    /** Writes in pieces of 1 to this many bytes. */
    public Fault variedPieces(int maxBytes) {
        return new Fault(ending, passBytes, maxBytes, true, delay);
    }

    /** Holds each piece back for so long. */
    public Fault delay(Duration delay) {
        return new Fault(ending, passBytes, maxPiece, varied, delay);
    }

    private Fault ending(Ending ending, long afterBytes) {
        return new Fault(ending, afterBytes, maxPiece, varied, delay);
    }

    /** How many bytes may still pass when this many have. */
    long allowance(long passed) {
        return ending == Ending.NONE ? Long.MAX_VALUE : Math.max(0, passBytes - passed);
    }
}
