package dev.ovsdb.idl;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a replica stands.
 *
 * @param phase the stage of its life
 * @param since when it came to that
 * @param causeOrNull why it is not live, where there is a reason that an exception tells
 */
public record IdlState(Phase phase, Instant since, @Nullable Throwable causeOrNull) {
    public IdlState {
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(since, "since");
    }

    /** The stage of a replica's life. */
    public enum Phase {
        /** There was no connection yet. It has no contents. */
        CONNECTING,
        /** The first contents are on their way. It has none yet. */
        SYNCING,
        /** Its contents are the server's, and changes come as they happen. */
        LIVE,
        /** It shows what it last knew: the connection is lost, or what it holds is being read anew. */
        STALE,
        /** Over, for good. It shows what it last knew. */
        STOPPED
    }

    /** Whether the contents are the server's. */
    public boolean isLive() {
        return phase == Phase.LIVE;
    }

    /** Why it is not live. */
    public Optional<Throwable> cause() {
        return Optional.ofNullable(causeOrNull);
    }
}
