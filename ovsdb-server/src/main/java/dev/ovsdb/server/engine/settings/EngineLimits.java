package dev.ovsdb.server.engine.settings;

import java.time.Duration;

/** What one session, or one transaction, may take of the engine. Immutable; each limit has a default and a {@code with}. */
public final class EngineLimits {
    private static final long MIB = 1 << 20;

    /** What each of the accessors names as its default. */
    public static final EngineLimits DEFAULTS =
            new EngineLimits(10_000, 1_000, MIB, 2L << 30, Duration.ofSeconds(60), 1L << 30);

    private final int monitorsPerSession;
    private final int blockedPerSession;
    private final long pauseAboveBytes;
    private final long backlogBytes;
    private final Duration pinPatience;
    private final long supersededBytes;

    private EngineLimits(
            int monitorsPerSession,
            int blockedPerSession,
            long pauseAboveBytes,
            long backlogBytes,
            Duration pinPatience,
            long supersededBytes) {
        this.monitorsPerSession = positive(monitorsPerSession, "monitorsPerSession");
        this.blockedPerSession = positive(blockedPerSession, "blockedPerSession");
        this.pauseAboveBytes = positive(pauseAboveBytes, "pauseAboveBytes");
        this.backlogBytes = positive(backlogBytes, "backlogBytes");
        this.pinPatience = pinPatience;
        this.supersededBytes = positive(supersededBytes, "supersededBytes");
        positive(pinPatience.toNanos(), "pinPatience");
    }

    private static long positive(long value, String name) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive, was " + value);
        }
        return value;
    }

    private static int positive(int value, String name) {
        return (int) positive((long) value, name);
    }

    /** Monitors of one session, above which another is answered with {@code resources exhausted}. By default 10,000. */
    public int monitorsPerSession() {
        return monitorsPerSession;
    }

    /**
     * Transactions of one session that may wait at a time, above which another that would have to wait is answered with {@code
     * resources exhausted}. By default 1,000.
     */
    public int blockedPerSession() {
        return blockedPerSession;
    }

    /** Bytes waiting for a client above which no more of its requests are read. By default 1 MiB. */
    public long pauseAboveBytes() {
        return pauseAboveBytes;
    }

    /** Bytes waiting for a client above which it is disconnected. By default 2 GiB. */
    public long backlogBytes() {
        return backlogBytes;
    }

    /** How long a reply made from a pinned version may make no progress before its session is disconnected. By default 60 s. */
    public Duration pinPatience() {
        return pinPatience;
    }

    /** Bytes of old values that one session's replies may hold back before it is disconnected, about. By default 1 GiB. */
    public long supersededBytes() {
        return supersededBytes;
    }

    /** See {@link #monitorsPerSession()}. */
    public EngineLimits withMonitorsPerSession(int monitors) {
        return new EngineLimits(
                monitors, blockedPerSession, pauseAboveBytes, backlogBytes, pinPatience, supersededBytes);
    }

    /** See {@link #blockedPerSession()}. */
    public EngineLimits withBlockedPerSession(int transactions) {
        return new EngineLimits(
                monitorsPerSession, transactions, pauseAboveBytes, backlogBytes, pinPatience, supersededBytes);
    }

    /** See {@link #pauseAboveBytes()}. */
    public EngineLimits withPauseAboveBytes(long bytes) {
        return new EngineLimits(
                monitorsPerSession, blockedPerSession, bytes, backlogBytes, pinPatience, supersededBytes);
    }

    /** See {@link #backlogBytes()}. */
    public EngineLimits withBacklogBytes(long bytes) {
        return new EngineLimits(
                monitorsPerSession, blockedPerSession, pauseAboveBytes, bytes, pinPatience, supersededBytes);
    }

    /** See {@link #pinPatience()}. */
    public EngineLimits withPinPatience(Duration patience) {
        return new EngineLimits(
                monitorsPerSession, blockedPerSession, pauseAboveBytes, backlogBytes, patience, supersededBytes);
    }

    /** See {@link #supersededBytes()}. */
    public EngineLimits withSupersededBytes(long bytes) {
        return new EngineLimits(
                monitorsPerSession, blockedPerSession, pauseAboveBytes, backlogBytes, pinPatience, bytes);
    }
}
