package dev.ovsdb.protocol.monitor;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands before the updates in a result or a notification; what the kind of message does not have, is absent. */
public final class UpdatesHeader {
    /** The header of a message that has none. */
    public static final UpdatesHeader NONE = new UpdatesHeader(null, null, null);

    private final byte @Nullable [] monitorId;
    private final @Nullable Boolean found;
    private final @Nullable UUID lastTransactionId;

    UpdatesHeader(byte @Nullable [] monitorId, @Nullable Boolean found, @Nullable UUID lastTransactionId) {
        this.monitorId = monitorId;
        this.found = found;
        this.lastTransactionId = lastTransactionId;
    }

    /** The monitor's id in a notification, as JSON text in UTF-8. */
    public Optional<byte[]> monitorId() {
        return Optional.ofNullable(monitorId).map(byte[]::clone);
    }

    /** Whether the server knew the transaction from which to resume, in the result of {@code monitor_cond_since}. */
    public Optional<Boolean> found() {
        return Optional.ofNullable(found);
    }

    /** The transaction up to which the updates go, in the result of {@code monitor_cond_since} and in {@code update3}. */
    public Optional<UUID> lastTransactionId() {
        return Optional.ofNullable(lastTransactionId);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UpdatesHeader that
                && Arrays.equals(monitorId, that.monitorId)
                && Objects.equals(found, that.found)
                && Objects.equals(lastTransactionId, that.lastTransactionId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(monitorId), found, lastTransactionId);
    }
}
