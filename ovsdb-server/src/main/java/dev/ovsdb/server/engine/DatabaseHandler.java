package dev.ovsdb.server.engine;

import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.engine.metrics.EngineListener;
import dev.ovsdb.server.engine.settings.EngineLimits;
import dev.ovsdb.server.storage.MemoryStorage;
import dev.ovsdb.server.storage.Storage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The built-in engine: serves databases with everything that RFC 7047 and the reference server have. Thread-safe.
 */
public final class DatabaseHandler {
    private DatabaseHandler(Builder builder) {}

    /** Begins a handler; without databases it serves {@code _Server} alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** What {@code get_server_id} answers. */
    public UUID serverId() {
        throw new UnsupportedOperationException();
    }

    /**
     * Opens a storage and serves what it holds. Blocks while it is read. Sessions that do not know of changes of databases are
     * disconnected, as the reference server does.
     *
     * @throws dev.ovsdb.server.storage.StorageException if it cannot be opened
     * @throws IllegalArgumentException if there is a database of that name
     */
    public Database addDatabase(Storage storage) {
        return addDatabase(storage, List.of());
    }

    /** As {@link #addDatabase(Storage)}; only this process writes these tables, and they are never stored. */
    public Database addDatabase(Storage storage, Collection<String> virtualTables) {
        throw new UnsupportedOperationException();
    }

    /**
     * Serves a database no more: its blocked transactions and monitors are canceled, its storage is closed.
     *
     * @return completes when it is gone; false if there was none of that name
     */
    public CompletableFuture<Boolean> removeDatabase(String name) {
        throw new UnsupportedOperationException();
    }

    /** The databases in the order of their names, without {@code _Server}. */
    public List<Database> databases() {
        throw new UnsupportedOperationException();
    }

    public Optional<Database> database(String name) {
        throw new UnsupportedOperationException();
    }

    /** @throws IllegalArgumentException if there is none; the message says which there are */
    public Database requireDatabase(String name) {
        throw new UnsupportedOperationException();
    }

    /** Collects what a handler is made of. */
    public static final class Builder {
        private final List<Storage> storages = new ArrayList<>();

        private Builder() {}

        /** Serves what a storage holds; it is opened by {@link #build}. */
        public Builder database(Storage storage) {
            storages.add(storage);
            return this;
        }

        /** Serves an empty database that is kept in memory only. */
        public Builder database(DatabaseSchema schema) {
            return database(new MemoryStorage(schema));
        }

        /** As {@link #database(Storage)}; only this process writes these tables, and they are never stored. */
        public Builder database(Storage storage, Collection<String> virtualTables) {
            return database(storage);
        }

        /** By default {@link Clock#system()}. */
        public Builder clock(Clock clock) {
            return this;
        }

        /** By default {@link IdSource#random()}. */
        public Builder ids(IdSource ids) {
            return this;
        }

        /** Makes long replies. By default as many daemon threads as there are processors, kept while there is work. */
        public Builder readers(Executor readers) {
            return this;
        }

        /** By default {@link EngineLimits#DEFAULTS}. */
        public Builder limits(EngineLimits limits) {
            return this;
        }

        /** By default {@link EngineListener#NONE}. */
        public Builder listener(EngineListener listener) {
            return this;
        }

        /**
         * Opens the storages, in the order in which they were named.
         *
         * @throws dev.ovsdb.server.storage.StorageException if one cannot be opened; none stays open
         */
        public DatabaseHandler build() {
            return new DatabaseHandler(this);
        }
    }
}
