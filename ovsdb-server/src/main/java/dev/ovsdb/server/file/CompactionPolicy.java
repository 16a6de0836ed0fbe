package dev.ovsdb.server.file;

import dev.ovsdb.jsonrpc.time.Clock;
import java.time.Duration;

/**
 * When compaction pays, by the reference's rules: no sooner than 10 minutes after the last time, 1 minute if that failed; from then on
 * once there are 100 records and the file is above 10 MB and twice as large as after the last compaction; after a day at all events, if
 * there is any record. Confined to the lane.
 */
final class CompactionPolicy {
    private static final long LEAST = Duration.ofMinutes(10).toNanos();
    private static final long RETRY = Duration.ofMinutes(1).toNanos();
    private static final long MOST = Duration.ofDays(1).toNanos();
    private static final long RECORDS = 100;
    private static final long BYTES = 10L << 20;

    private final Clock clock;
    private long last;
    private long pause = LEAST;

    CompactionPolicy(Clock clock) {
        this.clock = clock;
        this.last = clock.nanoTime();
    }

    /**
     * Whether it is due.
     *
     * @param records how many were read and written since there was a compact file
     * @param size the file's size
     * @param base its size when it was compact
     */
    boolean isDue(long records, long size, long base) {
        long passed = clock.nanoTime() - last;
        if (passed < pause) {
            return false;
        }
        boolean grewMuch = records >= RECORDS && size > BYTES && size / 2 > base;
        return grewMuch || passed >= MOST && records > 0;
    }

    /** It was said to be due, or asked for: be silent for some time, longer when it is known to have succeeded. */
    void attempted() {
        last = clock.nanoTime();
        pause = RETRY;
    }

    void succeeded() {
        last = clock.nanoTime();
        pause = LEAST;
    }
}
