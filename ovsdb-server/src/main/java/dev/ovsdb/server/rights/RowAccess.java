package dev.ovsdb.server.rights;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.List;
import java.util.UUID;

/**
 * One operation's effect on one row, before it happens.
 *
 * @param database the database's name
 * @param table the row's table
 * @param action what is to be done
 * @param uuid the row
 * @param row the row as it is in the transaction so far; for an insert the row to be
 * @param columns the columns that an update or a mutate names; empty for the others
 */
public record RowAccess(String database, TableSchema table, Action action, UUID uuid, Row row, List<String> columns) {
    public RowAccess {
        columns = List.copyOf(columns);
    }
}
