package dev.ovsdb.protocol.rpc;

import dev.ovsdb.protocol.monitor.TableUpdates;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a notification of updates says. */
public final class UpdateNotification {
    private final byte[] monitorId;
    private final @Nullable UUID lastTransactionId;
    private final TableUpdates updates;

    UpdateNotification(byte[] monitorId, @Nullable UUID lastTransactionId, TableUpdates updates) {
        this.monitorId = monitorId;
        this.lastTransactionId = lastTransactionId;
        this.updates = updates;
    }

    /** The monitor's id as JSON text in UTF-8. */
    public byte[] monitorId() {
        return monitorId.clone();
    }

    /** The transaction up to which the updates go; in {@code update3} only. */
    public Optional<UUID> lastTransactionId() {
        return Optional.ofNullable(lastTransactionId);
    }

    public TableUpdates updates() {
        return updates;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UpdateNotification that
                && Arrays.equals(monitorId, that.monitorId)
                && Objects.equals(lastTransactionId, that.lastTransactionId)
                && updates.equals(that.updates);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(monitorId), lastTransactionId, updates);
    }
}
