package dev.ovsdb.jsonrpc.time;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Random;

/**
 * Unpredictable numbers, drawn many at a time: a draw from the system costs as much as a small transaction. Not thread-safe; its
 * user synchronizes.
 */
final class BulkRandom extends Random {
    private static final long serialVersionUID = 1L;
    private static final int BYTES = 4096;

    private final SecureRandom source = new SecureRandom();
    private final byte[] drawn = new byte[BYTES];
    private transient ByteBuffer left = ByteBuffer.allocate(0);

    BulkRandom() {
        super(0); // Nobody asks the superclass for a number.
    }

    @Override
    public long nextLong() {
        if (left.remaining() < Long.BYTES) {
            source.nextBytes(drawn);
            left = ByteBuffer.wrap(drawn);
        }
        return left.getLong();
    }

    @Override
    protected int next(int bits) {
        return (int) (nextLong() >>> Long.SIZE - bits);
    }
}
