package dev.ovsdb.jsonrpc.reconnect;

import java.time.Duration;

/**
 * The bounds of {@link Backoff}. Immutable.
 *
 * @param min the first wait, above zero
 * @param max the longest wait, at least {@code min}
 * @param jitter the largest part of a wait, 0 to 1, by which it is shortened at random
 */
public record BackoffOptions(Duration min, Duration max, double jitter) {
    private static final BackoffOptions DEFAULTS =
            new BackoffOptions(Duration.ofSeconds(1), Duration.ofSeconds(8), 0.25);

    public BackoffOptions {
        if (min.isNegative() || min.isZero()) throw new IllegalArgumentException("min is above zero, was " + min);
        if (max.compareTo(min) < 0) throw new IllegalArgumentException("max is at least min (" + min + "), was " + max);
        if (!(jitter >= 0 && jitter <= 1)) throw new IllegalArgumentException("jitter is 0 to 1, was " + jitter);
    }

    /** 1 to 8 seconds as in the reference programs, shortened by up to a quarter. */
    public static BackoffOptions defaults() {
        return DEFAULTS;
    }

    public BackoffOptions withMin(Duration newMin) {
        return new BackoffOptions(newMin, max, jitter);
    }

    public BackoffOptions withMax(Duration newMax) {
        return new BackoffOptions(min, newMax, jitter);
    }

    public BackoffOptions withJitter(double newJitter) {
        return new BackoffOptions(min, max, newJitter);
    }
}
