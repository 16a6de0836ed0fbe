package dev.ovsdb.idl.store;

import dev.ovsdb.idl.interest.IndexSpec;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The replica of one database.
 *
 * <p>A version is one update that was taken in whole. Readers ask for what a version has: {@link #published()} for what is newest, or
 * one that they {@linkplain #pin() hold}, which costs the same whatever there is, and stays whole. What a version supersedes goes
 * when no version that is held can see it ({@link Superseded}): at once, or when that is let go, or, if a version is being made just
 * then, when that is done.
 */
public final class ReplicaStore {
    /** The version before there is any. */
    public static final long NOTHING = 0;

    private volatile Map<String, StoredTable> tables = Collections.emptyMap(); // Replaced, never changed.
    private final Referrers referrers = new Referrers();
    private final Pins pins = new Pins();
    private final Superseded superseded = new Superseded(pins); // Guarded by this.
    private volatile Head head = new Head(NOTHING, 0);
    private int readings;
    private boolean writing; // Guarded by this.

    /**
     * A version.
     *
     * @param version its number
     * @param sequence the replica's sequence number with it
     */
    public record Head(long version, long sequence) {}

    /**
     * Adds a table. Writer.
     *
     * @param indexes those that are kept of it
     */
    public StoredTable add(TableShape shape, Collection<IndexSpec> indexes) {
        StoredTable table = new StoredTable(this, shape, indexes);
        Map<String, StoredTable> more = new LinkedHashMap<>(tables);
        more.put(table.name(), table);
        tables = more;
        return table;
    }

    /** A table by its name; null if there is none. Any thread. */
    public @Nullable StoredTable table(String name) {
        return tables.get(name);
    }

    /** Any thread. */
    public List<StoredTable> tables() {
        return List.copyOf(tables.values());
    }

    /** The newest version; {@link #NOTHING} before the first contents. Any thread. */
    public long published() {
        return head.version();
    }

    /** Goes up with each version in which something is told. Any thread. */
    public long sequence() {
        return head.sequence();
    }

    /** Holds the newest version until it is let go. Any thread. */
    public Head pin() {
        return pins.hold(() -> head);
    }

    /** Holds a version that is held already once more. Any thread. */
    public void pinAlso(long version) {
        pins.holdAlso(version);
    }

    /** Lets a version go that was held. Any thread. */
    public void unpin(long version) {
        pins.letGo(version);
        synchronized (this) {
            if (!writing) {
                superseded.settle(head.version());
            }
        }
    }

    /** How many versions are held. Any thread. */
    public int pinned() {
        return pins.held();
    }

    /** How many earlier images of rows are kept at most, for versions that are held. Any thread. */
    public synchronized int superseded() {
        return superseded.size();
    }

    /** How many rows of all tables the newest version has. Any thread. */
    public long rows() {
        long now = published();
        return tables().stream().mapToLong(table -> table.size(now)).sum();
    }

    Referrers referrers() {
        return referrers;
    }

    // ---- For the writer.

    /** Begins a version. Nothing else may be begun before it is published or abandoned. */
    public synchronized StoreWrite begin() {
        writing = true;
        return new StoreWrite(this, head.version() + 1, head.sequence() + 1);
    }

    /** Begins a version that consists of the whole contents: rows that do not come are gone. */
    public synchronized StoreWrite beginContents() {
        writing = true;
        return new ContentsWrite(this, head.version() + 1, head.sequence() + 1, ++readings);
    }

    boolean isEmpty() {
        return published() == NOTHING;
    }

    synchronized Published publish(long version, List<StoredChange> changes, boolean told) {
        boolean first = isEmpty();
        long number = told ? head.sequence() + 1 : head.sequence();
        for (StoredChange change : changes) {
            if (change.isTold()) {
                change.table().changedAt(number);
            }
        }
        head = new Head(version, number);
        ended();
        superseded.add(version, changes);
        return new Published(version, number, first ? List.of() : changes, first);
    }

    /** Nothing is being written any more. */
    synchronized void ended() {
        writing = false;
        superseded.settle(head.version());
    }

    void clear() {
        tables().forEach(StoredTable::clear);
        referrers.clear();
    }
}
