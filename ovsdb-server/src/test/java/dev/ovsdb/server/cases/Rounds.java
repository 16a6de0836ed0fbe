package dev.ovsdb.server.cases;

/**
 * How often a test with random or many values goes round. Mutation testing runs each test thousands of times and divides the rounds,
 * {@code -Dovsdb.rounds.divisor=20}; everywhere else they are as written.
 */
public final class Rounds {
    private static final int DIVISOR = Integer.getInteger("ovsdb.rounds.divisor", 1);

    private Rounds() {}

    /** The rounds to go, at least one. */
    public static int of(int written) {
        return Math.max(1, written / DIVISOR);
    }
}
