package dev.ovsdb.server.engine.transaction;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A {@code wait} is not satisfied, and there is time left. */
final class WaitBlockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Duration deadline;

    WaitBlockedException(@Nullable Duration deadline) {
        super("waiting", null, false, false);
        this.deadline = deadline;
    }

    @Nullable
    Duration deadline() {
        return deadline;
    }
}
