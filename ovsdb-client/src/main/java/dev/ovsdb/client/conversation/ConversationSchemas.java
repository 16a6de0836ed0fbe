package dev.ovsdb.client.conversation;

import dev.ovsdb.client.monitor.MonitorMethod;
import dev.ovsdb.client.schema.SchemaCache;
import dev.ovsdb.client.schema.SchemaKey;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import dev.ovsdb.protocol.monitor.RowUpdate;
import dev.ovsdb.protocol.monitor.UpdateSchema;
import dev.ovsdb.protocol.monitor.UpdatesHeader;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of one server's databases, from the cache while they are known to be current.
 *
 * <p>How a session learns of a conversion: one that is aware of database changes is told {@code monitor_canceled} for each of
 * its monitors, and for nothing else; so it keeps a monitor of no table at all on each database whose schema it uses, which
 * costs nothing and is cancelled like any other. ({@code _Server} would not do: the reference server 3.1 does not update the
 * schema of a converted standalone database there.) A session that is not aware is disconnected, and so forgets.
 *
 * <p>Thread-safe; what is under way is guarded by {@code this}.
 */
public final class ConversationSchemas {
    private static final MonitorRequests NO_TABLES = MonitorRequests.builder().build();

    private final Conversation conversation;
    private final SchemaCache cache;
    private final UUID serverless;
    private final Map<String, SchemaKey> watched = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<DatabaseSchema>> underWay = new LinkedHashMap<>();
    private boolean closed;

    /** @param serverless stands for this connection if the server tells no id */
    ConversationSchemas(Conversation conversation, SchemaCache cache, UUID serverless) {
        this.conversation = conversation;
        this.cache = cache;
        this.serverless = serverless;
    }

    /** The schema, if it is known to be current at this moment. */
    public Optional<DatabaseSchema> known(String database) {
        SchemaKey key;
        synchronized (this) {
            key = watched.get(database);
        }
        return key == null ? Optional.empty() : cache.get(key);
    }

    /** The schema; asked for if it is not known. */
    public CompletableFuture<DatabaseSchema> get(String database) {
        Optional<DatabaseSchema> known = known(database);
        if (known.isPresent()) {
            return CompletableFuture.completedFuture(known.get());
        }
        CompletableFuture<DatabaseSchema> result;
        synchronized (this) {
            CompletableFuture<DatabaseSchema> asked = underWay.get(database);
            if (asked != null) {
                return asked.copy();
            }
            result = new CompletableFuture<>();
            underWay.put(database, result);
        }
        ask(database, result);
        return result.copy(); // A caller's cancel is no other caller's business.
    }

    /** Both requests leave at once, and the watch first: a conversion between them is told. */
    private void ask(String database, CompletableFuture<DatabaseSchema> result) {
        SchemaKey key = new SchemaKey(
                conversation.info().remoteName(), conversation.serverId().orElse(serverless), database);
        CompletableFuture<Boolean> watching = watch(database, key);
        Optional<DatabaseSchema> shared = cache.get(key);
        CompletableFuture<DatabaseSchema> schema = shared.isEmpty()
                ? conversation.getSchema(database)
                : watching.thenCompose(watches -> sharedOrAsked(key));
        watching.thenCombine(schema, (watches, read) -> watches ? kept(key, result, read) : read)
                .whenComplete((read, failure) -> settle(database, result, read, failure));
    }

    /** Read before a conversion that was heard of meanwhile, it is what the caller asked for and no more. */
    private DatabaseSchema kept(SchemaKey key, CompletableFuture<DatabaseSchema> asked, DatabaseSchema schema) {
        synchronized (this) {
            if (underWay.get(key.database()) != asked) {
                return schema;
            }
        }
        return cache.put(key, schema);
    }

    /** Another session's schema holds if it is still there now that we would hear of a conversion ourselves. */
    private CompletableFuture<DatabaseSchema> sharedOrAsked(SchemaKey key) {
        return cache.get(key)
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> conversation.getSchema(key.database()));
    }

    private void settle(
            String database,
            CompletableFuture<DatabaseSchema> result,
            @Nullable DatabaseSchema schema,
            @Nullable Throwable failure) {
        synchronized (this) {
            underWay.remove(database, result);
        }
        if (failure == null) {
            result.complete(schema);
        } else {
            result.completeExceptionally(Failures.unwrap(failure));
        }
    }

    /** Says whether conversions will be heard of. */
    private CompletableFuture<Boolean> watch(String database, SchemaKey key) {
        if (!startWatching(database, key)) {
            return CompletableFuture.completedFuture(true);
        }
        if (!conversation.aware()) {
            return CompletableFuture.completedFuture(true); // We would be disconnected.
        }
        return monitorNothing(database).handle((reply, failure) -> {
            if (failure != null) {
                stopWatching(database);
            }
            return failure == null;
        });
    }

    private CompletableFuture<MonitorReply> monitorNothing(String database) {
        try {
            return conversation.monitor(
                    MonitorMethod.MONITOR, database, watchId(database), NO_TABLES, new UUID(0, 0), new Watch(database));
        } catch (IllegalArgumentException e) { // A monitor of the user's has that id.
            return CompletableFuture.failedFuture(e);
        }
    }

    private static JsonValue watchId(String database) {
        return JsonValue.array(JsonValue.of("schema"), JsonValue.of(database));
    }

    private synchronized boolean startWatching(String database, SchemaKey key) {
        if (closed || watched.containsKey(database)) {
            return false;
        }
        watched.put(database, key);
        cache.watch(key);
        return true;
    }

    private void stopWatching(String database) {
        SchemaKey key;
        synchronized (this) {
            key = watched.remove(database);
        }
        if (key != null) {
            cache.unwatch(key);
        }
    }

    /** The database was converted, or is gone. */
    public void invalidate(String database) {
        SchemaKey key;
        synchronized (this) {
            key = watched.get(database);
            underWay.remove(database); // What is under way may be of either side of the conversion.
        }
        if (key != null) {
            cache.invalidate(key);
        }
    }

    /** This session will be told of conversions instead of being disconnected: what is not watched is not known now. */
    void becameAware() {
        forgetAll(false);
    }

    /** The connection is gone: nobody would tell this session any more. */
    void close() {
        forgetAll(true);
    }

    private void forgetAll(boolean forGood) {
        Map<String, SchemaKey> left;
        synchronized (this) {
            closed |= forGood;
            left = new LinkedHashMap<>(watched);
            watched.clear();
        }
        left.values().forEach(cache::unwatch);
    }

    /** The monitor of no table; all that ever comes of it is its end. */
    private final class Watch implements MonitorTarget {
        private final String database;

        Watch(String database) {
            this.database = database;
        }

        @Override
        public UpdateSchema schema() {
            return UpdateSchema.NONE;
        }

        @Override
        public void begin(UpdatesHeader header, boolean reply) {}

        @Override
        public void row(String table, UUID uuid, RowUpdate update) {}

        @Override
        public void end() {}

        @Override
        public void aborted(Throwable cause) {}

        @Override
        public void canceled(Conversation where) {
            invalidate(database);
            stopWatching(database);
        }
    }
}
