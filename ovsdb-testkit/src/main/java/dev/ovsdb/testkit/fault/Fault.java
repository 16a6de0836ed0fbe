package dev.ovsdb.testkit.fault;

import java.time.Duration;
import java.util.Objects;

/**
 * What the proxy does to the bytes of one direction. Immutable; the methods combine: {@code Fault.none().pieces(7).reset(100)}.
 *
 * <p>Messages are counted in JSON text by its brackets. Of TLS a proxy sees no messages but records (RFC 8446, section 5.1), which are
 * counted instead: the first of a client is its ClientHello, the first of a server its ServerHello.
 *
 * @param ending what happens when {@code passBytes} bytes or {@code passMessages} messages of a connection have passed in this direction
 * @param passBytes counted from the start of the connection, also when the fault comes later
 * @param passMessages as {@code passBytes}; what comes first counts
 * @param maxPiece the most bytes that are written at once
 * @param varied whether pieces have sizes from 1 to {@code maxPiece}, chosen by the proxy's seed, or all the same
 * @param delay how long each piece waits before it is written
 * @param bytesPerSecond no more than so many are written in a second
 * @param damage what becomes of single bytes
 */
public record Fault(
        Ending ending,
        long passBytes,
        long passMessages,
        int maxPiece,
        boolean varied,
        Duration delay,
        long bytesPerSecond,
        Damage damage) {
    private static final long ANY = Long.MAX_VALUE;
    private static final Fault NONE =
            new Fault(Ending.NONE, ANY, ANY, Integer.MAX_VALUE, false, Duration.ZERO, ANY, Damage.NONE);

    /** Checks that the numbers can be. */
    public Fault {
        Objects.requireNonNull(ending);
        Objects.requireNonNull(damage);
        if (passBytes < 0) throw new IllegalArgumentException("passBytes must not be negative, was " + passBytes);
        if (passMessages < 0)
            throw new IllegalArgumentException("passMessages must not be negative, was " + passMessages);
        if (maxPiece < 1) throw new IllegalArgumentException("a piece has at least 1 byte, not " + maxPiece);
        if (delay.isNegative()) throw new IllegalArgumentException("a delay must not be negative, was " + delay);
        if (bytesPerSecond < 1)
            throw new IllegalArgumentException("at least 1 byte passes in a second, not " + bytesPerSecond);
    }

    /** Bytes pass as they come. */
    public static Fault none() {
        return NONE;
    }

    /** Cuts the connection with a reset, exactly behind this many bytes. */
    public Fault reset(long afterBytes) {
        return ending(Ending.RESET, afterBytes, ANY);
    }

    /** Cuts the connection with a reset, exactly behind this many messages. */
    public Fault resetAfterMessages(long messages) {
        return ending(Ending.RESET, ANY, messages);
    }

    /** Cuts the connection with an orderly end, exactly behind this many bytes. */
    public Fault close(long afterBytes) {
        return ending(Ending.CLOSE, afterBytes, ANY);
    }

    /** Cuts the connection with an orderly end, exactly behind this many messages. */
    public Fault closeAfterMessages(long messages) {
        return ending(Ending.CLOSE, ANY, messages);
    }

    /** Swallows what comes behind this many bytes. */
    public Fault blackHole(long afterBytes) {
        return ending(Ending.BLACK_HOLE, afterBytes, ANY);
    }

    /** Swallows what comes behind this many messages. */
    public Fault blackHoleAfterMessages(long messages) {
        return ending(Ending.BLACK_HOLE, ANY, messages);
    }

    /** Stops reading behind this many bytes. */
    public Fault stall(long afterBytes) {
        return ending(Ending.STALL, afterBytes, ANY);
    }

    /** Stops reading behind this many messages. */
    public Fault stallAfterMessages(long messages) {
        return ending(Ending.STALL, ANY, messages);
    }

    /** Writes in pieces of this size. */
    public Fault pieces(int bytes) {
        return new Fault(ending, passBytes, passMessages, bytes, false, delay, bytesPerSecond, damage);
    }

    /** Writes in pieces of 1 to this many bytes. The same seed cuts the same bytes at the same places, however they come. */
    public Fault variedPieces(int maxBytes) {
        return new Fault(ending, passBytes, passMessages, maxBytes, true, delay, bytesPerSecond, damage);
    }

    /** Holds each piece back for so long. */
    public Fault delay(Duration delay) {
        return new Fault(ending, passBytes, passMessages, maxPiece, varied, delay, bytesPerSecond, damage);
    }

    /** Writes no more than so many bytes in a second, a fiftieth of that at once. */
    public Fault bandwidth(long bytesPerSecond) {
        return new Fault(ending, passBytes, passMessages, maxPiece, varied, delay, bytesPerSecond, damage);
    }

    /** Puts another byte, chosen by the seed, in the place of the one behind this many bytes. */
    public Fault garble(long afterBytes) {
        return damage(Damage.garbledByte(afterBytes));
    }

    /** Garbles one of the first eight bytes of this message, chosen by the seed; the first is 1. */
    public Fault garbleMessage(long number) {
        return damage(Damage.garbledMessage(number));
    }

    /** Writes so many bytes twice, beginning with the one behind {@code afterBytes}. */
    public Fault duplicate(long afterBytes, int bytes) {
        return damage(Damage.duplicated(afterBytes, bytes));
    }

    private Fault damage(Damage next) {
        return new Fault(ending, passBytes, passMessages, maxPiece, varied, delay, bytesPerSecond, next);
    }

    private Fault ending(Ending ending, long afterBytes, long afterMessages) {
        return new Fault(ending, afterBytes, afterMessages, maxPiece, varied, delay, bytesPerSecond, damage);
    }

    /** How many bytes may still pass when this many have. */
    long allowance(long passed, Marks marks) {
        if (ending == Ending.NONE) return ANY;
        return Math.min(Math.max(0, passBytes - passed), marks.allowance(passMessages, passed));
    }
}
