package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warnings about peers that may come thousands of times a minute, of which few are said. Thread-safe. */
final class Complaints {
    private static final Logger LOG = LoggerFactory.getLogger(JsonRpcConnection.class);
    private static final long PAUSE = 10_000_000_000L;

    private final Clock clock;
    private final AtomicLong next;
    private final AtomicLong unsaid = new AtomicLong();

    Complaints(Clock clock) {
        this.clock = clock;
        this.next = new AtomicLong(clock.nanoTime());
    }

    /** Says it, unless something was said within the last 10 s; then it is counted in what is said next. */
    void say(String what) {
        String now = worded(what);
        if (now != null) {
            LOG.warn(now);
        }
    }

    @Nullable
    String worded(String what) {
        long now = clock.nanoTime();
        long due = next.get();
        if (now - due < 0 || !next.compareAndSet(due, now + PAUSE)) {
            unsaid.incrementAndGet();
            return null;
        }
        long before = unsaid.getAndSet(0);
        return before == 0 ? what : what + "; " + (before + 1) + " times since this was said last";
    }
}
