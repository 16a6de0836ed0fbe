package dev.ovsdb.testkit.simulation;

import java.util.List;

/** Chance that a seed decides: SplitMix64, whose numbers are the same on every JDK. */
final class Dice {
    private long state;

    Dice(long seed) {
        state = seed;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** From 0 to one less than the bound. */
    int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    /** Both ends may come. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean oneIn(int times) {
        return below(times) == 0;
    }

    <T> T pick(List<T> all) {
        return all.get(below(all.size()));
    }

    @SafeVarargs
    final <T> T pick(T... all) {
        return all[below(all.length)];
    }
}
