package dev.ovsdb.server.rights;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Open vSwitch's role-based access control for one client: what the row of its role in {@code RBAC_Role}, and the rows of
 * {@code RBAC_Permission} that this one names for each table, let it do.
 */
final class RoleRights implements RowRights {
    private final Client client;
    private final TableSchema roles;

    private RoleRights(Client client, TableSchema roles) {
        this.client = client;
        this.roles = roles;
    }

    /** Null if the client has no role or the database has no roles: then there is nothing to obey. */
    static @Nullable RoleRights of(Client client, DatabaseSchema schema) {
        TableSchema roles = schema.table("RBAC_Role").orElse(null);
        return roles == null || !client.hasRole() ? null : new RoleRights(client, roles);
    }

    @Override
    public @Nullable OperationError insert(TransactionRows rows, TableSchema table, UUID uuid, Row row) {
        Permission permission = permission(rows, table);
        return permission != null && permission.ownerMatches(table, row) && permission.mayInsertAndDelete()
                ? null
                : Denial.byRole(client, Action.INSERT, table);
    }

    @Override
    public @Nullable OperationError delete(TransactionRows rows, TableSchema table, Collection<UUID> matched) {
        Permission permission = permission(rows, table);
        boolean may = permission != null && mayAll(permission, rows, table, matched, permission.mayInsertAndDelete());
        return may ? null : Denial.byRole(client, Action.DELETE, table);
    }

    @Override
    public @Nullable OperationError update(
            TransactionRows rows, TableSchema table, List<String> columns, Collection<UUID> matched) {
        return mayChange(rows, table, columns, matched) ? null : Denial.byRole(client, Action.UPDATE, table);
    }

    @Override
    public @Nullable OperationError mutate(
            TransactionRows rows, TableSchema table, List<String> columns, Collection<UUID> matched) {
        return mayChange(rows, table, columns, matched) ? null : Denial.byRole(client, Action.MUTATE, table);
    }

    /** Without a column that lists what may be changed nothing may be, also where no row matches. */
    private boolean mayChange(TransactionRows rows, TableSchema table, List<String> columns, Collection<UUID> matched) {
        Permission permission = permission(rows, table);
        return permission != null
                && permission.listsColumns()
                && mayAll(permission, rows, table, matched, permission.mayChange(columns));
    }

    /** Whether each matched row is the client's and this is granted; an operation that matches no row is harmless. */
    private static boolean mayAll(
            Permission permission, TransactionRows rows, TableSchema table, Collection<UUID> matched, boolean granted) {
        for (UUID uuid : matched) {
            Row row = rows.find(table, uuid);
            if (row != null && !(granted && permission.ownerMatches(table, row))) {
                return false;
            }
        }
        return true;
    }

    /** What the client's role may do in this table, null if nothing. */
    private @Nullable Permission permission(TransactionRows rows, TableSchema table) {
        String id = client.commonName();
        String role = client.role();
        return id == null || role == null ? null : Permission.find(rows, roles, role, table.name(), id);
    }
}
