package dev.ovsdb.server.rights;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rights that two sides must grant. */
record BothRights(RowRights first, RowRights second) implements RowRights {
    @Override
    public @Nullable OperationError insert(TransactionRows rows, TableSchema table, UUID uuid, Row row) {
        OperationError error = first.insert(rows, table, uuid, row);
        return error != null ? error : second.insert(rows, table, uuid, row);
    }

    @Override
    public @Nullable OperationError delete(TransactionRows rows, TableSchema table, Collection<UUID> matched) {
        OperationError error = first.delete(rows, table, matched);
        return error != null ? error : second.delete(rows, table, matched);
    }

    @Override
    public @Nullable OperationError update(
            TransactionRows rows, TableSchema table, List<String> columns, Collection<UUID> matched) {
        OperationError error = first.update(rows, table, columns, matched);
        return error != null ? error : second.update(rows, table, columns, matched);
    }

    @Override
    public @Nullable OperationError mutate(
            TransactionRows rows, TableSchema table, List<String> columns, Collection<UUID> matched) {
        OperationError error = first.mutate(rows, table, columns, matched);
        return error != null ? error : second.mutate(rows, table, columns, matched);
    }
}
