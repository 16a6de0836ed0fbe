package dev.ovsdb.jsonrpc.time;

import java.util.Random;
import java.util.UUID;

/** Ids from a random number generator. */
final class RandomIds implements IdSource {
    static final IdSource SECURE = new RandomIds(new BulkRandom());

    private final Random random;

    RandomIds(Random random) {
        this.random = random;
    }

    @Override
    public UUID nextUuid() {
        long high;
        long low;
        synchronized (random) { // Both halves of one id come from neighbouring draws, also when threads share a seed.
            high = random.nextLong();
            low = random.nextLong();
        }
        long version4 = high & ~0xF000L | 0x4000L;
        long variant2 = low & ~(0xC000L << 48) | 0x8000L << 48;
        return new UUID(version4, variant2);
    }

    @Override
    public long nextLong() {
        synchronized (random) {
            return random.nextLong();
        }
    }
}
