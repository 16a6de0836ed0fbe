package dev.ovsdb.client.schema;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Interner;
import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Schemas by server and database. Sessions may share one; equal schemas of different servers are one object, so that a
 * manager of a thousand switches holds one {@code Open_vSwitch} schema. Thread-safe.
 *
 * <p>An entry is trusted only while some session watches its database: the server tells such a session of a conversion, or
 * hangs up on it, and either drops the entry. When the last watcher leaves the entry goes, because nobody would hear of a
 * conversion any more.
 */
public final class SchemaCache {
    private final Cache<SchemaKey, DatabaseSchema> schemas;
    private final Map<SchemaKey, Integer> watchers = new ConcurrentHashMap<>();
    private final Interner<DatabaseSchema> distinct = Interner.newWeakInterner();

    private SchemaCache(int maxEntries, Duration unusedFor, Clock clock) {
        schemas = Caffeine.newBuilder()
                .maximumSize(maxEntries)
                .expireAfterAccess(unusedFor)
                .ticker(clock::nanoTime)
                .executor(Runnable::run) // Upkeep is short; a pool of its own would make its moment a matter of chance.
                .build();
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
    public Optional<DatabaseSchema> get(SchemaKey key) {
        return Optional.ofNullable(schemas.getIfPresent(key));
    }

    /** Keeps a schema if its database is watched, and gives the one object that stands for all its equals. */
    public DatabaseSchema put(SchemaKey key, DatabaseSchema schema) {
        DatabaseSchema one = distinct.intern(schema);
        watchers.computeIfPresent(key, (watched, count) -> {
            schemas.put(watched, one);
            return count;
        });
        return one;
    }

    /** Forgets a schema that is not current any more. */
    public void invalidate(SchemaKey key) {
        schemas.invalidate(key);
    }

    /** A session hears of conversions of this database from now on. */
    public void watch(SchemaKey key) {
        watchers.merge(key, 1, Integer::sum);
    }

    /** Undoes one {@link #watch}. */
    public void unwatch(SchemaKey key) {
        watchers.computeIfPresent(key, (watched, count) -> {
            if (count > 1) {
                return count - 1;
            }
            schemas.invalidate(watched);
            return null;
        });
    }

    /** How many schemas are held now. */
    public long size() {
        schemas.cleanUp();
        return schemas.estimatedSize();
    }
}
