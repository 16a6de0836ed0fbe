package dev.ovsdb.benchmarks.idl;

/** What the writer and the drivers tell each other by rows. {@code peers/python/replica.py} has the same. */
final class Marks {
    /** A table that has no other rows. */
    static final String TABLE = "Load_Balancer";

    /** Begins a measurement. A driver says so when it has it, and the writer waits for that. */
    static final String BEGIN = "begin";

    static final String END = "end";

    /** The key under which a row says when it was sent. */
    static final String STAMP = "stamp";

    private static final int RANGE = 100_000_000; // Of the eight digits that a stamp has.

    private Marks() {}

    /** A moment in microseconds, by the clock that all processes of the machine share, without its upper digits. */
    static int stamp(long nanoTime) {
        return (int) Math.floorMod(nanoTime / 1_000, (long) RANGE);
    }

    /** The nanoseconds from a stamp to a moment less than 100 seconds later. */
    static long since(int stamp, long nanoTime) {
        return Math.floorMod(stamp(nanoTime) - stamp, RANGE) * 1_000L;
    }
}
