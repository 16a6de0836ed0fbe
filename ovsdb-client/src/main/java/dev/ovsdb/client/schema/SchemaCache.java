package dev.ovsdb.client.schema;

import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * Schemas by server and database. Sessions may share one; equal schemas of different servers are one object, so that a
 * manager of a thousand switches holds one {@code Open_vSwitch} schema. Thread-safe.
 *
 * <p>An entry is trusted only while some session watches its database: the server tells such a session of a conversion, or
 * hangs up on it, and either drops the entry. When the last watcher leaves the entry goes, because nobody would hear of a
 * conversion any more.
 */
public final class SchemaCache {
    private final long maxEntries;
    private final long unusedNanos;
    private final Clock clock;
    // All guarded by this. A library's cache would take a tenth of the time in which a program has its first schema.
    private final LinkedHashMap<SchemaKey, Entry> entries =
            new LinkedHashMap<>(16, 0.75f, true); // Used longest ago first.
    private final Map<SchemaKey, Integer> watchers = new LinkedHashMap<>();
    private final Map<DatabaseSchema, WeakReference<DatabaseSchema>> distinct = new WeakHashMap<>();

    private record Entry(DatabaseSchema schema, long usedAt) {}

    private SchemaCache(int maxEntries, Duration unusedFor, Clock clock) {
        this.maxEntries = maxEntries;
        this.unusedNanos = unusedFor.toNanos();
        this.clock = clock;
    }

    /** A cache of at most 10,000 schemas, each kept for an hour after its last use. */
    public static SchemaCache create() {
        return create(10_000, Duration.ofHours(1), Clock.system());
    }

    /**
     * @param maxEntries above which the least used schemas go
     * @param unusedFor after which an unused schema goes
     */
    public static SchemaCache create(int maxEntries, Duration unusedFor, Clock clock) {
        return new SchemaCache(maxEntries, unusedFor, clock);
    }

    /** The schema, if it is known to be current. */
    public synchronized Optional<DatabaseSchema> get(SchemaKey key) {
        forgetUnused();
        Entry known = entries.computeIfPresent(key, (same, entry) -> new Entry(entry.schema(), clock.nanoTime()));
        return Optional.ofNullable(known).map(Entry::schema);
    }

    /** Keeps a schema if its database is watched, and gives the one object that stands for all its equals. */
    public synchronized DatabaseSchema put(SchemaKey key, DatabaseSchema schema) {
        DatabaseSchema one = distinct(schema);
        if (watchers.containsKey(key)) {
            entries.put(key, new Entry(one, clock.nanoTime()));
            forgetUnused();
        }
        return one;
    }

    private DatabaseSchema distinct(DatabaseSchema schema) {
        WeakReference<DatabaseSchema> known = distinct.get(schema);
        DatabaseSchema one = known == null ? null : known.get();
        if (one != null) {
            return one;
        }
        distinct.put(schema, new WeakReference<>(schema));
        return schema;
    }

    private void forgetUnused() {
        long now = clock.nanoTime();
        Iterator<Entry> oldest = entries.values().iterator();
        while (oldest.hasNext() && (now - oldest.next().usedAt() >= unusedNanos || entries.size() > maxEntries)) {
            oldest.remove();
        }
    }

    /** Forgets a schema that is not current any more. */
    public synchronized void invalidate(SchemaKey key) {
        entries.remove(key);
    }

    /** A session hears of conversions of this database from now on. */
    public synchronized void watch(SchemaKey key) {
        watchers.merge(key, 1, Integer::sum);
    }

    /** Undoes one {@link #watch}. */
    public synchronized void unwatch(SchemaKey key) {
        watchers.computeIfPresent(key, (watched, count) -> count > 1 ? count - 1 : null);
        if (!watchers.containsKey(key)) {
            entries.remove(key);
        }
    }

    /** How many schemas are held now. */
    public synchronized long size() {
        forgetUnused();
        return entries.size();
    }
}
