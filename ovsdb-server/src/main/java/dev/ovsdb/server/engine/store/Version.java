package dev.ovsdb.server.engine.store;

import dev.ovsdb.server.data.RowChange;
import java.util.List;
import java.util.UUID;

/** What one transaction made of the database. Immutable to all but the store; for any thread. */
public final class Version {
    private final long number;
    private final UUID transactionId;
    private final List<RowChange> changes;
    private final boolean ephemeralOnly;
    private HeadMove move; // What it did to the head, until that is cut. Lane.

    Version(long number, UUID transactionId, List<RowChange> changes, boolean ephemeralOnly, HeadMove move) {
        this.number = number;
        this.transactionId = transactionId;
        this.changes = changes;
        this.ephemeralOnly = ephemeralOnly;
        this.move = move;
    }

    /** Its place among the versions of its store: greater than all that were made before, fallen ones too. */
    public long number() {
        return number;
    }

    /** A random id, by which {@code monitor_cond_since} finds it. */
    public UUID transactionId() {
        return transactionId;
    }

    /** Each row that it changed, once, in the order in which the transaction came to them. */
    public List<RowChange> changes() {
        return changes;
    }

    /** Whether no row came or went, and only columns changed that need not survive a restart: then there is nothing to store. */
    public boolean ephemeralOnly() {
        return ephemeralOnly;
    }

    HeadMove move() {
        return move;
    }

    /** Lets go of what only cutting needs: monitors may keep the version for long. */
    void forgetMove() {
        move = HeadMove.NONE;
    }
}
