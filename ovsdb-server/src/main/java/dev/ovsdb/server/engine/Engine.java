package dev.ovsdb.server.engine;

import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.server.engine.database.Databases;
import dev.ovsdb.server.engine.database.Opening;
import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.database.Surroundings;
import dev.ovsdb.server.engine.info.ServerDatabase;
import dev.ovsdb.server.engine.lane.Deliveries;
import dev.ovsdb.server.engine.lane.Lane;
import dev.ovsdb.server.engine.lane.Turn;
import dev.ovsdb.server.engine.lock.Locks;
import dev.ovsdb.server.engine.session.EngineParts;
import dev.ovsdb.server.engine.session.JavaSession;
import dev.ovsdb.server.engine.session.Sessions;
import dev.ovsdb.server.engine.transaction.TransactionExecutor;
import dev.ovsdb.server.storage.MemoryStorage;
import dev.ovsdb.server.storage.Storage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;

/** The engine put together: its lane, what goes through it, and its databases. Thread-safe. */
final class Engine {
    private static final int SWEEPS = 4; // As often as this a slow reader is looked at before its patience ends.

    private final EventLoop home;
    private final EngineParts parts;
    private final Opening opening;
    private final EngineAnnouncements announcements;
    private final JavaSession session;
    private final Views views;
    private final Map<String, JavaDatabase> databases = new ConcurrentSkipListMap<>();
    private volatile boolean closed;
    private volatile EventLoop.Timer sweep = () -> {};

    Engine(EngineSettings settings, EventLoop home) {
        this.home = home;
        this.views = new Views(settings.limits().supersededBytes());
        var turn = new Turn(new Deliveries(home));
        var lane = new Lane(home, settings.clock(), turn);
        this.announcements = new EngineAnnouncements(settings.ids(), home, lane);
        var surroundings = new Surroundings(
                lane,
                turn,
                home,
                settings.readers(),
                settings.limits(),
                settings.clock(),
                settings.ids(),
                settings.listener(),
                announcements::changed);
        this.opening = new Opening(surroundings);
        this.parts = new EngineParts(
                lane,
                turn,
                home,
                settings.readers(),
                settings.clock(),
                settings.ids(),
                settings.ids().nextUuid(),
                new Databases(),
                new Locks(),
                new Sessions(),
                announcements,
                settings.rights(),
                new TransactionExecutor(settings.ids()),
                opening,
                settings.limits(),
                settings.listener());
        this.session = new JavaSession(parts);
        ServedDatabase server =
                opening.open(new MemoryStorage(ServerDatabase.schema()), ServerDatabase.virtualTables());
        parts.databases().add(server);
        lane.run(home, () -> announcements.begin(server));
        sweepLater();
    }

    EngineParts parts() {
        return parts;
    }

    JavaDatabase add(Storage storage, Set<String> virtualTables) {
        ServedDatabase opened = opening.open(storage, virtualTables);
        if (opened.isReserved() || !parts.databases().add(opened)) {
            storage.close();
            throw new IllegalArgumentException(
                    storage.place() + ": there is a database of the name " + opened.name() + " already");
        }
        var database = new JavaDatabase(parts, opened, views);
        databases.put(opened.name(), database);
        parts.listener().databaseAdded(opened.name());
        parts.lane().run(home, () -> {
            parts.sessions().disconnectUnaware("adding " + opened.name() + " database");
            announcements.put(opened);
        });
        return database;
    }

    CompletableFuture<Boolean> remove(String name) {
        JavaDatabase database = databases.remove(name);
        if (database == null) {
            return CompletableFuture.completedFuture(false);
        }
        return session.remove(database.served(), "removing " + name + " database by user request")
                .handle((done, gone) -> {
                    parts.listener().databaseRemoved(name);
                    return gone == null;
                });
    }

    Map<String, JavaDatabase> databases() {
        return databases;
    }

    private void sweepLater() {
        Duration pause = parts.limits().pinPatience().dividedBy(SWEEPS);
        sweep = home.schedule(pause, () -> parts.lane().run(home, this::sweep));
    }

    private void sweep() {
        parts.databases().all().forEach(ServedDatabase::sweepPins);
        views.sweep();
        if (!closed) {
            sweepLater();
        }
    }

    /** Ends everything; blocks until storages are closed. */
    void close() {
        closed = true;
        sweep.cancel();
        List<CompletableFuture<Boolean>> removals =
                databases.keySet().stream().map(this::remove).toList();
        removals.forEach(CompletableFuture::join);
    }
}
