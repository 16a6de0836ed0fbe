package dev.ovsdb.server.rights;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an {@link Authoriser} lets one client do. */
record RuleRights(Client client, Authoriser authoriser) implements RowRights {
    @Override
    public @Nullable OperationError insert(TransactionRows rows, TableSchema table, UUID uuid, Row row) {
        return permits(rows, table, Action.INSERT, uuid, row, List.of())
                ? null
                : Denial.byRule(client, Action.INSERT, table);
    }

    @Override
    public @Nullable OperationError delete(TransactionRows rows, TableSchema table, Collection<UUID> matched) {
        return change(rows, table, Action.DELETE, List.of(), matched);
    }

    @Override
    public @Nullable OperationError update(
            TransactionRows rows, TableSchema table, List<String> columns, Collection<UUID> matched) {
        return change(rows, table, Action.UPDATE, columns, matched);
    }

    @Override
    public @Nullable OperationError mutate(
            TransactionRows rows, TableSchema table, List<String> columns, Collection<UUID> matched) {
        return change(rows, table, Action.MUTATE, columns, matched);
    }

    private @Nullable OperationError change(
            TransactionRows rows, TableSchema table, Action action, List<String> columns, Collection<UUID> matched) {
        for (UUID uuid : matched) {
            Row row = rows.find(table, uuid);
            if (row != null && !permits(rows, table, action, uuid, row, columns)) {
                return Denial.byRule(client, action, table);
            }
        }
        return null;
    }

    private boolean permits(
            TransactionRows rows, TableSchema table, Action action, UUID uuid, Row row, List<String> columns) {
        return authoriser.permits(client, new RowAccess(rows.schema().name(), table, action, uuid, row, columns));
    }
}
