package dev.ovsdb.server.rights;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one session may change. Where a session may change everything there is no such object.
 *
 * <p>Each method is asked once an operation, before it changes anything, with all rows that it would change: nothing
 * happens unless all of it may. It returns the operation's error, or null if the operation may go on. An operation that
 * matches no row is asked for too: a client without any right to the table is refused all the same.
 */
public interface RowRights {
    /** @param row the row to be, with all its columns */
    @Nullable
    OperationError insert(TransactionRows rows, TableSchema table, UUID uuid, Row row);

    @Nullable
    OperationError delete(TransactionRows rows, TableSchema table, Collection<UUID> matched);

    /** @param columns the columns of the operation's {@code row} */
    @Nullable
    OperationError update(TransactionRows rows, TableSchema table, List<String> columns, Collection<UUID> matched);

    /** @param columns the columns of the operation's mutations */
    @Nullable
    OperationError mutate(TransactionRows rows, TableSchema table, List<String> columns, Collection<UUID> matched);
}
