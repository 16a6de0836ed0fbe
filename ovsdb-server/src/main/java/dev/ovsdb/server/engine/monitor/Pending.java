package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.server.data.RowChange;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version that is executed and not yet published. Confined to the lane. */
final class Pending {
    final long version;
    final UUID transactionId;
    final List<RowChange> changes;

    /** The point right after it, if monitors were opened or changed there; then it ends a step. */
    @Nullable
    Point point;

    /** Monitors that were opened there. */
    final List<Monitor> opened = new ArrayList<>(0);

    /** Changes of conditions there, and whose they are. */
    final List<ConditionTurn> turns = new ArrayList<>(0);

    final List<Monitor> turned = new ArrayList<>(0);

    Pending(long version, UUID transactionId, List<RowChange> changes) {
        this.version = version;
        this.transactionId = transactionId;
        this.changes = changes;
    }

    Point requirePoint() {
        if (point == null) {
            point = new Point(version);
        }
        return point;
    }
}
