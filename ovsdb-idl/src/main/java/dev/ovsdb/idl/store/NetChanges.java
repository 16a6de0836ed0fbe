package dev.ovsdb.idl.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What several versions did, taken together: of each row how it was before the first and how it is after the last, in the order in which
 * rows changed first. Rows that came and went, or are as they were, are left out. For one thread.
 */
public final class NetChanges {
    private final Map<Key, StoredChange> rows = new LinkedHashMap<>();

    private record Key(StoredTable table, UUID row) {}

    /** Adds what the next version did. */
    public void add(List<StoredChange> next) {
        next.forEach(this::add);
    }

    private void add(StoredChange next) {
        Key key = new Key(next.table(), uuid(next));
        StoredChange earlier = rows.get(key);
        StoredChange net = earlier == null ? next : net(next.table(), earlier.before(), next.after());
        if (net == null) {
            rows.remove(key);
        } else {
            rows.put(key, net);
        }
    }

    private static UUID uuid(StoredChange change) {
        RowImage before = change.before();
        RowImage after = change.after();
        if (before != null) {
            return before.uuid();
        }
        if (after != null) {
            return after.uuid();
        }
        throw new IllegalArgumentException(
                "a change of nothing to nothing in table " + change.table().name());
    }

    private static @Nullable StoredChange net(StoredTable table, @Nullable RowImage before, @Nullable RowImage after) {
        if (before == null || after == null) {
            return before == null && after == null ? null : new StoredChange(table, before, after, List.of());
        }
        if (before.values().equals(after.values())) {
            return null;
        }
        return new StoredChange(table, before, after, table.shape().changed(before.values(), after.values()));
    }

    /** The changes of the rows that are left. */
    public List<StoredChange> toList() {
        return List.copyOf(rows.values());
    }
}
