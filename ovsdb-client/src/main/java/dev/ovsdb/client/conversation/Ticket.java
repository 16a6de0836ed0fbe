package dev.ovsdb.client.conversation;

import java.time.Duration;

/**
 * A passenger's place among all that came to a gate, which it keeps when it has to come back, and its patience.
 *
 * <p>Immutable but for the moment at which the patience ends, which is known when the passenger first waits and guarded by
 * its gate.
 */
public final class Ticket implements Comparable<Ticket> {
    private final long number;
    private final String request;
    private final Duration patience;
    private boolean waited;
    private long patienceEnd;

    Ticket(long number, String request, Duration patience) {
        this.number = number;
        this.request = request;
        this.patience = patience;
    }

    /** What the passenger is, in the words of the wire. */
    String request() {
        return request;
    }

    /** How long the passenger waits for a conversation; zero means for ever. */
    Duration patience() {
        return patience;
    }

    /** What is left of the patience, which is used up by waiting at the gate for the first time and from then on. */
    Duration patienceLeft(long nanoTime) {
        if (!waited) {
            waited = true;
            patienceEnd = nanoTime + patience.toNanos();
        }
        return Duration.ofNanos(Math.max(0, patienceEnd - nanoTime));
    }

    /** The same place with the whole patience, for a passenger whose request was made and came to nothing. */
    public Ticket renewed() {
        return new Ticket(number, request, patience);
    }

    @Override
    public int compareTo(Ticket other) {
        return Long.compare(number, other.number);
    }
}
