package dev.ovsdb.server;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several handlers as one. */
final class CompositeHandler implements Handler {
    private final List<Handler> parts;

    CompositeHandler(List<Handler> parts) {
        this.parts = parts;
    }

    /** Of databases with one name, the first handler's. */
    @Override
    public List<DatabaseSchema> schemas() {
        Map<String, DatabaseSchema> schemas = new LinkedHashMap<>();
        for (Handler part : parts) {
            part.schemas().forEach(schema -> schemas.putIfAbsent(schema.name(), schema));
        }
        return new ArrayList<>(schemas.values());
    }

    /** The index of the handler that serves a database; -1 if none does. */
    int partOf(String database) {
        for (int i = 0; i < parts.size(); i++) {
            for (DatabaseSchema schema : parts.get(i).schemas()) {
                if (schema.name().equals(database)) {
                    return i;
                }
            }
        }
        return -1;
    }

    @Override
    public HandlerSession connect(ServerConnection connection) {
        CompositeSession session = new CompositeSession(this);
        List<HandlerSession> sessions = new ArrayList<>();
        ServerConnection watched = new WatchedConnection(connection, session.claims());
        for (Handler part : parts) {
            sessions.add(part.connect(watched));
        }
        session.begin(sessions);
        return session;
    }

    @Override
    public void started(OvsdbServer server) {
        parts.forEach(part -> part.started(server));
    }

    @Override
    public void close() {
        parts.forEach(Handler::close);
    }
}
