package dev.ovsdb.idl;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Contents of a database that can be read: the newest ones, of an {@link Idl}, or those of one version, of a {@link View}. For any
 * thread; nothing here waits.
 *
 * <p>An {@code Idl} answers each call from the newest version at that moment, and two calls may meet two versions. Before the first
 * contents are there it has no rows.
 */
public interface Replica {
    /**
     * The server's schema.
     *
     * @throws IllegalStateException before it is known; see {@link Idl#live()}
     */
    DatabaseSchema schema();

    /** The tables that are held, whether or not this server has them. */
    List<IdlTable> tables();

    /**
     * A table that is held.
     *
     * @throws NoSuchElementException if the table is not among those that were asked for; says which are
     */
    IdlTable table(String name);

    /** A row, if it is there. As {@code table(name).row(uuid)}. */
    default Optional<IdlRow> row(String table, UUID uuid) {
        return Optional.ofNullable(table(table).find(uuid));
    }

    /** A row, or null: {@link #row} for those who count allocations. */
    default @Nullable IdlRow find(String table, UUID uuid) {
        return table(table).find(uuid);
    }

    /**
     * Whether the server has a table. Tables that it has not are empty; known from the first contents on.
     */
    boolean hasTable(String table);

    /** Whether the server has a column. Columns that it has not hold their defaults. */
    boolean hasColumn(String table, String column);

    /**
     * The replica's sequence number: it goes up once with the first contents, with each update, and with each time that everything was
     * read anew; not with an update that changed silent columns only.
     */
    long sequence();
}
