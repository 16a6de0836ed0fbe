package dev.ovsdb.idl.store;

import dev.ovsdb.idl.interest.IndexSpec;
import dev.ovsdb.protocol.schema.ColumnSchema;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of one table. One thread writes; any thread reads what it names a version of. */
public final class StoredTable {
    private final ReplicaStore store;
    private final String name;
    private final ConcurrentHashMap<UUID, StoredRow> rows = new ConcurrentHashMap<>();
    private volatile Map<String, StoredIndex> indexes =
            Collections.emptyMap(); // Replaced, never changed, as is their list.
    private volatile List<StoredIndex> indexList = List.of();
    private final VersionedCount count = new VersionedCount();
    private volatile TableShape shape;
    private volatile long changed; // The sequence number of the last change.

    StoredTable(ReplicaStore store, TableShape shape, Collection<IndexSpec> indexes) {
        this.store = store;
        this.name = shape.schema().name();
        this.shape = shape;
        Map<String, StoredIndex> kept = new LinkedHashMap<>();
        indexes.forEach(index -> kept.put(index.name(), adapt(new StoredIndex(index))));
        keep(kept);
    }

    private void keep(Map<String, StoredIndex> kept) {
        indexes = kept;
        indexList = List.copyOf(kept.values());
    }

    public String name() {
        return name;
    }

    /** Its columns; others when the database was converted. */
    public TableShape shape() {
        return shape;
    }

    /** Takes other columns, when the database was converted. The writer, while nothing is written. */
    public void reshape(TableShape other) {
        shape = other;
        indexes.values().forEach(this::adapt);
    }

    private StoredIndex adapt(StoredIndex index) {
        index.adapt(shape);
        return index;
    }

    /** Keeps these indexes too, when the database was converted. The writer, while nothing is written. */
    public void index(Collection<IndexSpec> wanted) {
        synchronized (store) { // Who lets a version go may be cutting.
            Map<String, StoredIndex> more = new LinkedHashMap<>(indexes);
            wanted.forEach(index -> more.computeIfAbsent(index.name(), name -> filled(index)));
            keep(more);
        }
    }

    private StoredIndex filled(IndexSpec spec) {
        StoredIndex index = adapt(new StoredIndex(spec));
        rows.values().forEach(row -> row.forEachImage(image -> index.added(row, null, image)));
        return index;
    }

    /** An index by its name; null if there is none. */
    public @Nullable StoredIndex index(String index) {
        return indexes.get(index);
    }

    public List<StoredIndex> indexes() {
        return indexList;
    }

    /** A row as a version has it; null if it has not. */
    public @Nullable RowImage find(UUID uuid, long version) {
        StoredRow row = version == ReplicaStore.NOTHING ? null : rows.get(uuid);
        return row == null ? null : row.at(version);
    }

    /** Hands over each row of a version, in no order. */
    public void forEach(long version, Consumer<RowImage> action) {
        if (version == ReplicaStore.NOTHING) {
            return;
        }
        for (StoredRow row : rows.values()) {
            RowImage image = row.at(version);
            if (image != null) {
                action.accept(image);
            }
        }
    }

    /** How many rows a version has. */
    public int size(long version) {
        return version == ReplicaStore.NOTHING ? 0 : count.at(version);
    }

    /** The sequence number of the last change of any of its rows. */
    public long changed() {
        return changed;
    }

    /** A row of a version that an index has under a key; null if there is none. */
    public @Nullable RowImage findAny(StoredIndex index, IndexKey key, long version) {
        return version == ReplicaStore.NOTHING ? null : index.findAny(key, version);
    }

    /** Hands over the rows of a version that an index has under a key. */
    public void find(StoredIndex index, IndexKey key, long version, Consumer<RowImage> found) {
        if (version != ReplicaStore.NOTHING) {
            index.find(key, version, found);
        }
    }

    /** Hands over the rows of a version whose keys begin with these parts, in order. */
    public void prefix(StoredIndex index, IndexKey beginning, long version, Consumer<RowImage> found) {
        if (version != ReplicaStore.NOTHING) {
            index.prefix(beginning, version, found);
        }
    }

    /** Hands over the rows of a version from one key to another, both included, in order; null is no bound. */
    public void range(
            StoredIndex index, @Nullable IndexKey from, @Nullable IndexKey to, long version, Consumer<RowImage> found) {
        if (version != ReplicaStore.NOTHING) {
            index.range(from, to, version, found);
        }
    }

    /**
     * Hands over the rows of a version, of any table, that refer to one of this table.
     *
     * @param column only by this column; null by any
     */
    public void referrers(UUID target, @Nullable ColumnSchema column, long version, Consumer<RowImage> found) {
        if (version != ReplicaStore.NOTHING) {
            store.referrers().find(target, column, version, found);
        }
    }

    // ---- For the writer.

    @Nullable
    StoredRow row(UUID uuid) {
        return rows.get(uuid);
    }

    StoredRow make(UUID uuid) {
        StoredRow row = new StoredRow(this, uuid);
        rows.put(uuid, row);
        return row;
    }

    /** Forgets what leads to an image that no reader sees any more, and not to the one in its place. */
    void forget(StoredRow row, RowImage image, @Nullable RowImage instead) {
        for (StoredIndex index : indexes()) {
            index.forgotten(row, image);
        }
        store.referrers().forgotten(row, image, instead);
    }

    void dropIfGone(StoredRow row) {
        if (row.isGone()) {
            rows.remove(row.uuid(), row);
        }
    }

    Collection<StoredRow> rows() {
        return rows.values();
    }

    VersionedCount count() {
        return count;
    }

    void changedAt(long sequence) {
        changed = sequence;
    }

    void clear() {
        rows.clear();
        indexes.values().forEach(StoredIndex::clear);
        count.reset();
    }
}
