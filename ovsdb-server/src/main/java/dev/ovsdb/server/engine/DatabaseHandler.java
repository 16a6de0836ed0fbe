package dev.ovsdb.server.engine;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.Handler;
import dev.ovsdb.server.HandlerSession;
import dev.ovsdb.server.ServerConnection;
import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.session.EngineSession;
import dev.ovsdb.server.storage.Storage;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * The built-in engine: serves databases with everything that RFC 7047 and the reference server have. Thread-safe.
 *
 * <pre>{@code
 * DatabaseHandler handler = DatabaseHandler.builder().database(schema).build();
 * OvsdbServer server = OvsdbServer.builder().handler(handler).listen("ptcp:6640").start().join();
 * }</pre>
 *
 * <p>The server that it is given to closes it.
 */
public final class DatabaseHandler implements Handler {
    private final Engine engine;
    private final Runnable afterClose;

    DatabaseHandler(Engine engine, Runnable afterClose) {
        this.engine = engine;
        this.afterClose = afterClose;
    }

    /** Begins a handler; without databases it serves {@code _Server} alone. */
    public static DatabaseHandlerBuilder builder() {
        return new DatabaseHandlerBuilder();
    }

    /** What {@code get_server_id} answers. */
    public UUID serverId() {
        return engine.parts().serverId();
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

    /**
     * As {@link #addDatabase(Storage)}; only this process writes these tables, and they are never stored.
     *
     * @throws dev.ovsdb.protocol.UnknownNameException if the database lacks one of them
     */
    public Database addDatabase(Storage storage, Collection<String> virtualTables) {
        return engine.add(storage, new LinkedHashSet<>(virtualTables));
    }

    /**
     * Serves a database no more: its blocked transactions and monitors are canceled, its storage is closed. Sessions that do not
     * know of changes of databases are disconnected.
     *
     * @return completes when it is gone; false if there was none of that name
     */
    public CompletableFuture<Boolean> removeDatabase(String name) {
        return engine.remove(name);
    }

    /** The databases in the order of their names, without {@code _Server}. */
    public List<Database> databases() {
        return List.copyOf(engine.databases().values());
    }

    public Optional<Database> database(String name) {
        return Optional.ofNullable(engine.databases().get(name));
    }

    /** @throws IllegalArgumentException if there is none; the message says which there are */
    public Database requireDatabase(String name) {
        return database(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no database " + name + ", only " + engine.databases().keySet()));
    }

    @Override
    public HandlerSession connect(ServerConnection connection) {
        var session = new EngineSession(engine.parts(), connection);
        session.begin();
        return session;
    }

    @Override
    public List<DatabaseSchema> schemas() {
        return engine.parts().databases().all().stream()
                .map(ServedDatabase::schema)
                .toList();
    }

    /** Closes every database. Blocks until their storages are closed; not to be called on an event loop. */
    @Override
    public void close() {
        engine.close();
        afterClose.run();
    }
}
