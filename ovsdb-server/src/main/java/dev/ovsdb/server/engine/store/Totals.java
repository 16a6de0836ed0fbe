package dev.ovsdb.server.engine.store;

/** Figures of the head. The lane writes, anybody reads. */
final class Totals {
    private volatile long atoms;
    private volatile long weakReferences;
    private volatile long superseded; // Bytes, about, since the store was made.

    void add(long moreAtoms, long moreWeak) {
        if (moreAtoms != 0) {
            atoms += moreAtoms;
        }
        if (moreWeak != 0) {
            weakReferences += moreWeak;
        }
    }

    void superseded(long bytes) {
        superseded += bytes;
    }

    long atoms() {
        return atoms;
    }

    long weakReferences() {
        return weakReferences;
    }

    long superseded() {
        return superseded;
    }

    void clear() {
        atoms = 0;
        weakReferences = 0;
    }
}
