package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.schema.TableSchema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of one table. */
public final class TableStore {
    private final TableSchema schema;

    TableStore(TableSchema schema) {
        this.schema = schema;
    }

    /** Any thread. */
    public TableSchema schema() {
        return schema;
    }

    /** How many rows the head has, without what a transaction under way inserted and deleted. Any thread. */
    public int size() {
        throw new UnsupportedOperationException();
    }

    /** The row of the head, null if it is not there. What a transaction under way did is not seen: ask that. */
    public @Nullable TableRow find(UUID uuid) {
        throw new UnsupportedOperationException();
    }

    /** The unique indexes, in the order of the schema. Any thread. */
    public List<TableIndex> indexes() {
        throw new UnsupportedOperationException();
    }
}
