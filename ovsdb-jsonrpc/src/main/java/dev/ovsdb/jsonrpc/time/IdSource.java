package dev.ovsdb.jsonrpc.time;

import java.util.Random;
import java.util.UUID;

/** Makes ids and random numbers. Thread-safe. */
public interface IdSource {
    /** A random UUID (version 4). */
    UUID nextUuid();

    /** Any 64 bits. */
    long nextLong();

    /** Unpredictable ids, for real use. */
    static IdSource random() {
        return RandomIds.SECURE;
    }

    /** The same ids on each run for the same seed, for tests and simulations. */
    static IdSource seeded(long seed) {
        return new RandomIds(new Random(seed));
    }
}
