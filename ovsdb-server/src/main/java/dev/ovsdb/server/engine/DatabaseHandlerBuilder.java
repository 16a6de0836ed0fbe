package dev.ovsdb.server.engine;

import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.engine.lane.HomeLoop;
import dev.ovsdb.server.engine.metrics.EngineListener;
import dev.ovsdb.server.engine.settings.EngineLimits;
import dev.ovsdb.server.rights.Authoriser;
import dev.ovsdb.server.rights.Rights;
import dev.ovsdb.server.storage.MemoryStorage;
import dev.ovsdb.server.storage.Storage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link DatabaseHandler} is made of. For one thread. */
public final class DatabaseHandlerBuilder {
    private final List<Wanted> databases = new ArrayList<>();
    private Clock clock = Clock.system();
    private IdSource ids = IdSource.random();
    private @Nullable Executor readers;
    private @Nullable EventLoop home;
    private Rights rights = Rights.byRole();
    private EngineLimits limits = EngineLimits.DEFAULTS;
    private EngineListener listener = EngineListener.NONE;

    private record Wanted(Storage storage, Set<String> virtualTables) {}

    DatabaseHandlerBuilder() {}

    /** Serves what a storage holds; it is opened by {@link #build}. */
    public DatabaseHandlerBuilder database(Storage storage) {
        return database(storage, List.of());
    }

    /** Serves an empty database that is kept in memory only. */
    public DatabaseHandlerBuilder database(DatabaseSchema schema) {
        return database(new MemoryStorage(schema));
    }

    /** As {@link #database(Storage)}; only this process writes these tables, and they are never stored. */
    public DatabaseHandlerBuilder database(Storage storage, Collection<String> virtualTables) {
        databases.add(new Wanted(Objects.requireNonNull(storage), new LinkedHashSet<>(virtualTables)));
        return this;
    }

    /** By default {@link Clock#system()}. */
    public DatabaseHandlerBuilder clock(Clock time) {
        clock = Objects.requireNonNull(time);
        return this;
    }

    /** Where row UUIDs and other ids come from. By default {@link IdSource#random()}. */
    public DatabaseHandlerBuilder ids(IdSource source) {
        ids = Objects.requireNonNull(source);
        return this;
    }

    /** Makes long replies and converts databases. By default daemon threads, half as many as processors, while there is work. */
    public DatabaseHandlerBuilder readers(Executor executor) {
        readers = Objects.requireNonNull(executor);
        return this;
    }

    /** Does what no connection's loop is there for. By default a daemon thread of its own, while there is work. */
    public DatabaseHandlerBuilder home(EventLoop loop) {
        home = Objects.requireNonNull(loop);
        return this;
    }

    /** Rules about who may change rows, besides those that a database's own RBAC tables state. By default there are none. */
    public DatabaseHandlerBuilder authoriser(Authoriser authoriser) {
        rights = Rights.with(Objects.requireNonNull(authoriser));
        return this;
    }

    /** By default {@link EngineLimits#DEFAULTS}. */
    public DatabaseHandlerBuilder limits(EngineLimits values) {
        limits = Objects.requireNonNull(values);
        return this;
    }

    /** Is told what the engine does, for metrics. By default {@link EngineListener#NONE}. */
    public DatabaseHandlerBuilder listener(EngineListener told) {
        listener = Objects.requireNonNull(told).guarded();
        return this;
    }

    /**
     * Opens the storages, in the order in which they were named.
     *
     * @throws dev.ovsdb.server.storage.StorageException if one cannot be opened; none stays open
     * @throws IllegalArgumentException if two databases have one name
     */
    public DatabaseHandler build() {
        HomeLoop ownHome = home == null ? new HomeLoop("ovsdb-engine", clock) : null;
        EventLoop loop = home == null ? Objects.requireNonNull(ownHome) : home;
        Readers ownReaders = readers == null ? new Readers() : null;
        Executor reading = readers == null ? Objects.requireNonNull(ownReaders) : readers;
        var engine = new Engine(new EngineSettings(clock, ids, reading, rights, limits, listener), loop);
        var handler = new DatabaseHandler(engine, () -> close(ownHome, ownReaders));
        try {
            databases.forEach(wanted -> engine.add(wanted.storage(), wanted.virtualTables()));
            return handler;
        } catch (RuntimeException e) {
            handler.close();
            throw e;
        }
    }

    private static void close(@Nullable HomeLoop home, @Nullable Readers readers) {
        if (readers != null) {
            readers.close();
        }
        if (home != null) {
            home.close();
        }
    }
}
