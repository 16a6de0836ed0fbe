package dev.ovsdb.jsonrpc.time;

import java.time.Instant;

/** Tells the time. Thread-safe. */
public interface Clock {
    /** Nanoseconds since some fixed moment; never goes backwards. For intervals. */
    long nanoTime();

    /** The date, which an operator may set. For what people read. */
    Instant now();

    /** The JVM's own clock. */
    static Clock system() {
        return SystemClock.INSTANCE;
    }
}
