package dev.ovsdb.server.engine.database;

import dev.ovsdb.server.data.RowChange;
import dev.ovsdb.server.engine.store.Version;
import dev.ovsdb.server.storage.Durability;
import dev.ovsdb.server.storage.LogEntry;
import dev.ovsdb.server.storage.Storage;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Versions that were executed and are not published: those that storage is still to be given, those that it has not answered
 * for, and among them those that it need not know of. They are published in order.
 */
final class Unstored {
    private final Storage storage;
    private final Set<String> virtualTables;
    private final Deque<Executed> executed = new ArrayDeque<>();
    private final List<LogEntry> batch = new ArrayList<>();
    private Durability durability = Durability.WRITTEN;
    private long base; // What storage calls the store's version 0: it counts on when a database is converted.
    private long handedOver;
    private long accepted;

    /**
     * @param version by the store's count
     * @param logged by storage's count; 0 if storage need not accept it
     */
    private record Executed(long version, long logged, int changes) {}

    /** How far everything may be published, and what that is. */
    record Publishable(long version, int transactions, int changes) {}

    /** @param base the last version that the storage knows, which is the store's version 0 */
    Unstored(Storage storage, Set<String> virtualTables, long base) {
        this.storage = storage;
        this.virtualTables = virtualTables;
        this.base = base;
        this.handedOver = base;
        this.accepted = base;
    }

    void executed(Version version, Instant date, @Nullable String comment, boolean durable) {
        List<RowChange> kept = version.ephemeralOnly() ? List.of() : kept(version.changes());
        long logged = kept.isEmpty() ? 0 : base + version.number();
        executed.addLast(
                new Executed(version.number(), logged, version.changes().size()));
        if (logged > 0) {
            batch.add(new LogEntry(logged, version.transactionId(), kept, date, comment));
            durability = durable ? Durability.SYNCED : durability;
        }
    }

    private List<RowChange> kept(List<RowChange> changes) {
        if (virtualTables.isEmpty()) {
            return changes;
        }
        return changes.stream()
                .filter(change -> !virtualTables.contains(change.table().name()))
                .toList();
    }

    boolean isEmpty() {
        return executed.isEmpty();
    }

    /** The last version that storage was given or will be given at the end of this turn. */
    long lastLogged() {
        return batch.isEmpty() ? handedOver : batch.get(batch.size() - 1).version();
    }

    /**
     * Gives storage what it has not got; it may answer before this returns.
     *
     * @param sync whether storage is to tell when it is durable, even if no transaction in it asks for that
     * @return whether there was anything to give
     */
    boolean handOver(boolean sync) {
        if (batch.isEmpty()) {
            return false;
        }
        List<LogEntry> entries = List.copyOf(batch);
        Durability how = sync ? Durability.SYNCED : durability;
        long base = handedOver;
        batch.clear();
        durability = Durability.WRITTEN;
        handedOver = entries.get(entries.size() - 1).version();
        storage.append(base, entries, how);
        return true;
    }

    void accepted(long version) {
        accepted = Math.max(accepted, version);
    }

    /** Takes out what may be published now; null if nothing may. */
    @Nullable
    Publishable takePublishable() {
        Executed last = null;
        int transactions = 0;
        int changes = 0;
        while (!executed.isEmpty() && mayBePublished(executed.getFirst())) {
            last = executed.removeFirst();
            transactions++;
            changes += last.changes();
        }
        return last == null ? null : new Publishable(last.version(), transactions, changes);
    }

    private boolean mayBePublished(Executed version) {
        return version.logged() <= accepted;
    }

    /** What storage calls a version of the store. */
    long toStored(long version) {
        return base + version;
    }

    /** From now on a new store counts from 0; everything is published. */
    void restart() {
        base = handedOver;
    }

    /** All that is not published falls. */
    void fellBack() {
        executed.clear();
        batch.clear();
        durability = Durability.WRITTEN;
        handedOver = accepted;
    }
}
