package dev.ovsdb.server.storage;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.UUID;

/** Takes the rows of a database one by one. */
@FunctionalInterface
public interface RowSink {
    /** @param row every declared column at its index of the table's layout; the implicit columns absent */
    void row(TableSchema table, UUID uuid, Row row);
}
