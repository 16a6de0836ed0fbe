package dev.ovsdb.server.engine.settings;

import java.time.Duration;

/** What one session may take of the engine. Immutable. */
public final class EngineLimits {
    /** What each of the builder's methods names as its default. */
    public static final EngineLimits DEFAULTS = builder().build();

    private final int monitorsPerSession;
    private final int locksPerSession;
    private final int blockedPerSession;
    private final long pauseAboveBytes;
    private final long backlogBytes;
    private final Duration pinPatience;
    private final long supersededBytes;

    private EngineLimits(Builder builder) {
        monitorsPerSession = builder.monitorsPerSession;
        locksPerSession = builder.locksPerSession;
        blockedPerSession = builder.blockedPerSession;
        pauseAboveBytes = builder.pauseAboveBytes;
        backlogBytes = builder.backlogBytes;
        pinPatience = builder.pinPatience;
        supersededBytes = builder.supersededBytes;
    }

    /** A builder that starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** See {@link Builder#monitorsPerSession}. */
    public int monitorsPerSession() {
        return monitorsPerSession;
    }

    /** See {@link Builder#locksPerSession}. */
    public int locksPerSession() {
        return locksPerSession;
    }

    /** See {@link Builder#blockedPerSession}. */
    public int blockedPerSession() {
        return blockedPerSession;
    }

    /** See {@link Builder#pauseAboveBytes}. */
    public long pauseAboveBytes() {
        return pauseAboveBytes;
    }

    /** See {@link Builder#backlogBytes}. */
    public long backlogBytes() {
        return backlogBytes;
    }

    /** See {@link Builder#pinPatience}. */
    public Duration pinPatience() {
        return pinPatience;
    }

    /** See {@link Builder#supersededBytes}. */
    public long supersededBytes() {
        return supersededBytes;
    }

    /** Collects limits, each of which must be positive. */
    public static final class Builder {
        private int monitorsPerSession = 10_000;
        private int locksPerSession = 10_000;
        private int blockedPerSession = 1_000;
        private long pauseAboveBytes = 1L << 20;
        private long backlogBytes = Math.min(2L << 30, Runtime.getRuntime().maxMemory() / 4);
        private Duration pinPatience = Duration.ofSeconds(60);
        private long supersededBytes = Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 8);

        private Builder() {}

        /** Monitors of a session, above which another is answered with {@code resources exhausted}. By default 10,000. */
        public Builder monitorsPerSession(int monitors) {
            monitorsPerSession = (int) positive(monitors, "monitorsPerSession");
            return this;
        }

        /**
         * Locks that a session has or waits for, above which another request is answered with {@code resources exhausted}. By
         * default 10,000.
         */
        public Builder locksPerSession(int locks) {
            locksPerSession = (int) positive(locks, "locksPerSession");
            return this;
        }

        /**
         * Transactions of a session that wait at a time, above which another that would have to is answered with {@code
         * resources exhausted}. By default 1,000.
         */
        public Builder blockedPerSession(int transactions) {
            blockedPerSession = (int) positive(transactions, "blockedPerSession");
            return this;
        }

        /** Bytes waiting for a client above which nothing more is read of it. By default 1 MiB. */
        public Builder pauseAboveBytes(long bytes) {
            pauseAboveBytes = positive(bytes, "pauseAboveBytes");
            return this;
        }

        /** Bytes waiting for a client above which it is disconnected. By default 2 GiB, or a quarter of the heap if that is less. */
        public Builder backlogBytes(long bytes) {
            backlogBytes = positive(bytes, "backlogBytes");
            return this;
        }

        /** How long a reply made from an old version may stand still before its session is disconnected. By default 60 s. */
        public Builder pinPatience(Duration patience) {
            positive(patience.toNanos(), "pinPatience");
            pinPatience = patience;
            return this;
        }

        /**
         * Bytes of old values, about, that one reply may hold back before its session is disconnected. By default 1 GiB, or an
         * eighth of the heap if that is less.
         */
        public Builder supersededBytes(long bytes) {
            supersededBytes = positive(bytes, "supersededBytes");
            return this;
        }

        public EngineLimits build() {
            return new EngineLimits(this);
        }

        private static long positive(long value, String name) {
            if (value <= 0) {
                throw new IllegalArgumentException(name + " must be positive, was " + value);
            }
            return value;
        }
    }
}
