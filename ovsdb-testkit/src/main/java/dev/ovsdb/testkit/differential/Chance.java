package dev.ovsdb.testkit.differential;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Choices that follow from a seed alone. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    /** True for this share of the calls. */
    boolean in(double share) {
        return random.nextDouble() < share;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    long seed() {
        return random.nextLong();
    }
}
