package dev.ovsdb.jsonrpc.testing;

import dev.ovsdb.jsonrpc.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until it is moved. Thread-safe. */
public final class ManualClock implements Clock {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private volatile long nanos;

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public Instant now() {
        return START.plusNanos(nanos);
    }

    /** Moves forward. */
    public synchronized void advance(Duration time) {
        nanos += time.toNanos();
    }
}
