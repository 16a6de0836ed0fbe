package dev.ovsdb.server.engine.database;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.engine.monitor.MonitorHub;
import dev.ovsdb.server.engine.store.DatabaseStore;

/**
 * A database's rows and monitors under one schema: {@code convert} replaces it as a whole.
 *
 * @param schemaText what {@code get_schema} answers
 */
public record DatabaseInstance(DatabaseStore store, MonitorHub hub, JsonBytes schemaText) {
    public DatabaseSchema schema() {
        return store.schema();
    }
}
