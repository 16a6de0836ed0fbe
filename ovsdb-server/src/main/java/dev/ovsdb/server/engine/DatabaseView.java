package dev.ovsdb.server.engine;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * One version of a database, whole, while the database goes on.
 *
 * <p>For one thread at a time. Whatever the version still shows is kept in memory until the view is closed: one that holds back
 * much is logged, with the place in the code where it was opened.
 */
public interface DatabaseView extends AutoCloseable {
    DatabaseSchema schema();

    /** The number of the version; a later one is higher. */
    long version();

    /**
     * A row, with its declared columns.
     *
     * @throws dev.ovsdb.protocol.UnknownNameException if there is no such table
     */
    Optional<Row> find(String table, UUID uuid);

    /**
     * Hands over each row of a table, with its declared columns, in no particular order.
     *
     * @throws dev.ovsdb.protocol.UnknownNameException if there is no such table
     */
    void forEach(String table, BiConsumer<UUID, Row> action);

    /** Lets go of the version. Idempotent. */
    @Override
    void close();
}
