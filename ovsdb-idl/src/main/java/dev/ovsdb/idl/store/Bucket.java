package dev.ovsdb.idl.store;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows under one key, in what is smallest for as many: the row itself, an array that is replaced at each change, a concurrent set. The
 * writer changes; any thread reads.
 */
final class Bucket {
    private static final int LARGEST_ARRAY = 8;

    private Bucket() {}

    /** Puts a row under a key, where it may be already. Says whether there are others. */
    static <K> boolean add(ConcurrentMap<K, Object> buckets, K key, StoredRow row) {
        Object now = buckets.get(key);
        Object then = with(now, row);
        if (then != now) {
            buckets.put(key, then);
        }
        return then != row;
    }

    @SuppressWarnings("unchecked")
    private static Object with(@Nullable Object bucket, StoredRow row) {
        if (bucket == null || bucket == row) {
            return row;
        }
        if (bucket instanceof StoredRow other) {
            return new StoredRow[] {other, row};
        }
        if (bucket instanceof StoredRow[] rows) {
            if (Arrays.asList(rows).contains(row)) {
                return rows;
            }
            if (rows.length < LARGEST_ARRAY) {
                StoredRow[] more = Arrays.copyOf(rows, rows.length + 1);
                more[rows.length] = row;
                return more;
            }
            ConcurrentHashMap.KeySetView<StoredRow, Boolean> set = ConcurrentHashMap.newKeySet();
            set.addAll(Arrays.asList(rows));
            set.add(row);
            return set;
        }
        ((ConcurrentHashMap.KeySetView<StoredRow, Boolean>) bucket).add(row);
        return bucket;
    }

    /** Takes a row from under a key, where it may not be. */
    @SuppressWarnings("unchecked")
    static <K> void remove(ConcurrentMap<K, Object> buckets, K key, StoredRow row) {
        Object now = buckets.get(key);
        if (now == row) {
            buckets.remove(key);
        } else if (now instanceof StoredRow[] rows) {
            removeFromArray(buckets, key, rows, row);
        } else if (now instanceof ConcurrentHashMap.KeySetView<?, ?> set) {
            ((ConcurrentHashMap.KeySetView<StoredRow, Boolean>) set).remove(row);
            if (set.isEmpty()) {
                buckets.remove(key);
            }
        }
    }

    private static <K> void removeFromArray(ConcurrentMap<K, Object> buckets, K key, StoredRow[] rows, StoredRow row) {
        StoredRow[] fewer = Arrays.stream(rows).filter(other -> other != row).toArray(StoredRow[]::new);
        if (fewer.length == 1) {
            buckets.put(key, fewer[0]);
        } else if (fewer.length < rows.length) {
            buckets.put(key, fewer);
        }
    }

    /** Hands over each row of a bucket; of null, none. Any thread. */
    @SuppressWarnings("unchecked")
    static void forEach(@Nullable Object bucket, Consumer<StoredRow> action) {
        if (bucket instanceof StoredRow row) {
            action.accept(row);
        } else if (bucket instanceof StoredRow[] rows) {
            for (StoredRow row : rows) {
                action.accept(row);
            }
        } else if (bucket != null) {
            ((ConcurrentHashMap.KeySetView<StoredRow, Boolean>) bucket).forEach(action);
        }
    }
}
