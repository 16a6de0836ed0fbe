package dev.ovsdb.jsonrpc.reconnect;

import dev.ovsdb.jsonrpc.time.IdSource;
import java.time.Duration;

/**
 * How long to wait before the next attempt to connect. A pure state machine, confined to its owner.
 *
 * <p>The waits double from the least to the most, as in the reference programs: 1, 2, 4, 8, 8 ... seconds by default. Each
 * is then shortened at random by up to the jitter, so that the clients of a server that died do not all come back in the
 * same moment.
 *
 * <p>The waits start anew when a session was worth having: it stayed up for at least as long as the longest wait, or made
 * progress (its owner says what that is, such as a first complete download). A server that accepts and then drops every
 * session is thus not hammered.
 */
public final class Backoff {
    private final BackoffOptions options;
    private final IdSource random;

    private Duration last = Duration.ZERO; // Without jitter; zero before the first failure.
    private boolean free = true;

    public Backoff(BackoffOptions options, IdSource random) {
        this.options = options;
        this.random = random;
    }

    /**
     * How long to wait before the next attempt. The first attempt of all, and one after {@link #skipOnce()}, need not wait;
     * otherwise each call is another failure, and waits longer.
     */
    public Duration next() {
        if (free) {
            free = false;
            return Duration.ZERO;
        }
        last = last.isZero() ? options.min() : min(last.multipliedBy(2), options.max());
        return shortened(last);
    }

    /** A session has ended that was up for so long, and did or did not make progress. */
    public void sessionEnded(Duration up, boolean madeProgress) {
        if (madeProgress || up.compareTo(options.max()) >= 0) reset();
    }

    /** The next failure waits the least time again. */
    public void reset() {
        last = Duration.ZERO;
    }

    /** The next attempt is made at once, for the peer is well and we only chose another, as when a leader has moved. */
    public void skipOnce() {
        free = true;
    }

    private Duration shortened(Duration wait) {
        double fraction = (random.nextLong() >>> 11) * 0x1p-53; // Uniform in 0 to 1, exclusive.
        return wait.minusNanos((long) (wait.toNanos() * options.jitter() * fraction));
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
