package dev.ovsdb.server.engine.database;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.engine.monitor.HubOptions;
import dev.ovsdb.server.engine.monitor.MonitorHub;
import dev.ovsdb.server.engine.store.DatabaseStore;
import dev.ovsdb.server.storage.Contents;
import dev.ovsdb.server.storage.Storage;
import dev.ovsdb.server.storage.StorageException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/** Makes served databases of storages. Any thread but the lane: reading may take long. */
public final class Opening {
    private final Surroundings surroundings;

    public Opening(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Opens a storage and reads what it holds.
     *
     * @throws StorageException if it cannot be opened or read, or what it holds is no database; it is closed then
     * @throws IllegalArgumentException if there is no table of a virtual one's name
     */
    public ServedDatabase open(Storage storage, Set<String> virtualTables) {
        var listener = new ListenerToBe(surroundings.lane());
        Contents contents = storage.open(new LaneOfStorage(surroundings.lane()), listener);
        try (contents) {
            virtualTables.forEach(contents.schema()::requireTable);
            DatabaseStore store = load(storage, contents);
            var database = new ServedDatabase(
                    storage, new LinkedHashSet<>(virtualTables), surroundings, instance(store), contents.version());
            listener.become(database);
            return database;
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    private DatabaseStore load(Storage storage, Contents contents) {
        var store = new DatabaseStore(contents.schema(), surroundings.ids(), surroundings.clock());
        contents.forEachRow(store::load);
        OperationError error = store.loaded();
        if (error != null) {
            throw new StorageException(storage.place() + ": " + error.describe());
        }
        return store;
    }

    /** What serves the rows of a store. */
    public DatabaseInstance instance(DatabaseStore store) {
        var hub = new MonitorHub(
                store, HubOptions.DEFAULTS, surroundings.readers(), surroundings.clock(), surroundings.ids());
        return new DatabaseInstance(store, hub, text(store.schema()));
    }

    private static JsonBytes text(DatabaseSchema schema) {
        return JsonBytes.of(schema.toJson().getBytes(StandardCharsets.UTF_8));
    }
}
