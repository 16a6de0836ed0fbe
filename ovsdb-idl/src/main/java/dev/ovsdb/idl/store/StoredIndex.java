package dev.ovsdb.idl.store;

import dev.ovsdb.idl.interest.IndexSpec;
import dev.ovsdb.idl.interest.KeyPart;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table. An entry stays while any image of its row has the key, so a lookup looks at the row's image at its own
 * version once more. The writer changes it; any thread reads.
 */
public final class StoredIndex {
    private final IndexSpec spec;
    private final KeyPart[] parts;
    private final ConcurrentHashMap<Object, Object> buckets = new ConcurrentHashMap<>(); // By IndexKey.hashed.
    private final @Nullable ConcurrentSkipListMap<IndexKey, Object> ordered;
    private boolean unique; // The writer's.

    StoredIndex(IndexSpec spec) {
        this.spec = spec;
        this.parts = spec.parts().toArray(new KeyPart[0]);
        this.ordered = spec.ordered() ? new ConcurrentSkipListMap<>() : null;
    }

    public IndexSpec spec() {
        return spec;
    }

    IndexKey key(Row row) {
        Datum[] key = new Datum[parts.length];
        for (int i = 0; i < key.length; i++) {
            key[i] = parts[i].of(row);
        }
        return new IndexKey(key);
    }

    private boolean matches(RowImage image, IndexKey key) {
        return key.isOf(parts, image.values());
    }

    /** Finds out of the schema whether no two rows of a version may have the same key. The writer. */
    void adapt(TableShape shape) {
        Set<String> columns = new LinkedHashSet<>();
        spec.parts().forEach(part -> columns.add(part.column()));
        unique = spec.parts().stream().allMatch(part -> part.keyOrNull() == null)
                && shape.monitored().containsAll(columns)
                && shape.schema().indexes().stream().anyMatch(index -> columns.equals(new LinkedHashSet<>(index)));
    }

    /**
     * Notes an image that was made of a row.
     *
     * @return whether no other row may have its key, and one has or had it
     */
    boolean added(StoredRow row, @Nullable RowImage before, RowImage after) {
        IndexKey key = key(after.values());
        if (before != null && matches(before, key)) {
            return false;
        }
        boolean shared = Bucket.add(buckets, key.hashed(), row);
        if (ordered != null) {
            Bucket.add(ordered, key, row);
        }
        return shared && unique;
    }

    /** A row besides this one whose newest image has its key; null if there is none. The writer. */
    @Nullable
    StoredRow other(StoredRow row, RowImage image) {
        IndexKey key = key(image.values());
        StoredRow[] other = {null};
        Bucket.forEach(buckets.get(key.hashed()), each -> {
            RowImage its = each.head();
            if (each != row && its != null && matches(its, key)) {
                other[0] = each;
            }
        });
        return other[0];
    }

    /** Forgets the entry of an image that no reader sees any more, unless another image of the row has the same key. */
    void forgotten(StoredRow row, RowImage image) {
        IndexKey key = key(image.values());
        if (row.anyImage(other -> matches(other, key))) {
            return;
        }
        Bucket.remove(buckets, key.hashed(), row);
        if (ordered != null) {
            Bucket.remove(ordered, key, row);
        }
    }

    void clear() {
        buckets.clear();
        if (ordered != null) {
            ordered.clear();
        }
    }

    /** A row that has exactly this key in a version; null if there is none. */
    @Nullable
    RowImage findAny(IndexKey key, long version) {
        Object bucket = buckets.get(key.hashed());
        if (bucket instanceof StoredRow row) { // As most are: nothing is made for it.
            RowImage image = row.at(version);
            return image != null && matches(image, key) ? image : null;
        }
        @Nullable RowImage[] any = {null};
        hand(bucket, key, version, image -> any[0] = image);
        return any[0];
    }

    /** The rows that have exactly this key in a version. */
    void find(IndexKey key, long version, Consumer<RowImage> found) {
        hand(buckets.get(key.hashed()), key, version, found);
    }

    /**
     * The rows whose keys begin with these parts, in the order of their keys.
     *
     * @throws IllegalStateException if the index is not ordered
     */
    void prefix(IndexKey beginning, long version, Consumer<RowImage> found) {
        for (Map.Entry<IndexKey, Object> entry :
                requireOrdered().tailMap(beginning, true).entrySet()) {
            if (!entry.getKey().startsWith(beginning)) {
                return;
            }
            hand(entry.getValue(), entry.getKey(), version, found);
        }
    }

    /**
     * The rows from one key to another, both included; either may be but the beginning of a key, and null is no bound.
     *
     * @throws IllegalStateException if the index is not ordered
     */
    void range(@Nullable IndexKey from, @Nullable IndexKey to, long version, Consumer<RowImage> found) {
        ConcurrentNavigableMap<IndexKey, Object> entries = requireOrdered();
        if (from != null) {
            entries = entries.tailMap(from, true);
        }
        for (Map.Entry<IndexKey, Object> entry : entries.entrySet()) {
            IndexKey key = entry.getKey();
            if (to != null && key.compareTo(to) > 0 && !key.startsWith(to)) {
                return;
            }
            hand(entry.getValue(), key, version, found);
        }
    }

    private ConcurrentNavigableMap<IndexKey, Object> requireOrdered() {
        if (ordered == null) {
            throw new IllegalStateException("index " + spec.name() + " is not ordered; declare it with inOrder()");
        }
        return ordered;
    }

    private void hand(@Nullable Object bucket, IndexKey key, long version, Consumer<RowImage> found) {
        Bucket.forEach(bucket, row -> {
            RowImage image = row.at(version);
            if (image != null && matches(image, key)) {
                found.accept(image);
            }
        });
    }

    /** How many keys it has entries of, also of versions that are still held. */
    int keys() {
        return buckets.size();
    }

    List<KeyPart> parts() {
        return spec.parts();
    }
}
