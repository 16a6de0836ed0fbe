package dev.ovsdb.server;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.List;

/**
 * What a server serves: one instance for a server, which makes one session for each connection.
 *
 * <p>Thread-safe: connections begin on several event loops.
 */
public interface Handler extends AutoCloseable {
    /**
     * A peer has connected. Called on the connection's event loop, before anything is read from it; must not block. What is
     * thrown here is logged, and the connection is closed.
     */
    HandlerSession connect(ServerConnection connection);

    /**
     * The databases, as they are now: {@code list_dbs} and {@code get_schema} answer from these, and a composition finds by
     * them whom to ask. Any thread; may change from call to call.
     */
    default List<DatabaseSchema> schemas() {
        return List.of();
    }

    /** The server is about to listen. Comes once, before any connection. */
    default void started(OvsdbServer server) {}

    /** The server has closed, and every session with it. Comes once, last; may block. */
    @Override
    default void close() {}
}
