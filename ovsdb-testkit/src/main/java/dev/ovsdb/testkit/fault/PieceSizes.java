package dev.ovsdb.testkit.fault;

import java.util.Random;

/** How long the pieces of one direction of a connection are, whatever the portions in which their bytes come. For one thread at a time. */
final class PieceSizes {
    private final Random random;
    private int left; // Of the piece that has begun.

    PieceSizes(Random random) {
        this.random = random;
    }

    /** How many bytes the piece that is being written still takes. */
    int left(Fault fault) {
        if (left == 0) left = fault.varied() ? 1 + random.nextInt(fault.maxPiece()) : fault.maxPiece();
        return left = Math.min(left, fault.maxPiece());
    }

    void wrote(int bytes) {
        left = Math.max(0, left - bytes);
    }
}
