package dev.ovsdb.jsonrpc.time;

import java.time.Instant;

/** The clock of the machine. */
enum SystemClock implements Clock {
    INSTANCE;

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }
}
