package dev.ovsdb.server.rights;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code RBAC_Permission} for one client: which rows count as its own, and what it may do with them. A column that
 * is missing or of another type than the reference expects grants nothing.
 */
record Permission(TableSchema table, Row row, String client) {
    /** The permission that a role has in a table, null if the role is unknown or has none there. */
    static @Nullable Permission find(
            TransactionRows rows, TableSchema roles, String role, String table, String client) {
        ColumnType type = Columns.type(roles, "permissions");
        Row roleRow = role(rows, roles, role);
        if (roleRow == null || type == null || !isMapToRows(type)) {
            return null;
        }
        TableSchema permissions =
                rows.schema().requireTable(type.requireValue().refTable().orElseThrow());
        UUID uuid = ((MapDatum) roleRow.require("permissions"))
                .get(Atom.of(table))
                .map(value -> Datum.of(value).asUuid())
                .orElse(null);
        Row row = uuid == null ? null : rows.find(permissions, uuid);
        return row == null ? null : new Permission(permissions, row, client);
    }

    private static boolean isMapToRows(ColumnType type) {
        return type.isMap()
                && type.key().type() == AtomicType.STRING
                && type.requireValue().refTable().isPresent();
    }

    private static @Nullable Row role(TransactionRows rows, TableSchema roles, String role) {
        ColumnType type = Columns.type(roles, "name");
        if (type == null || type.key().type() != AtomicType.STRING) {
            return null;
        }
        AtomicReference<@Nullable Row> found = new AtomicReference<>();
        rows.anyMatch(roles, (uuid, row) -> {
            boolean isIt = row.require("name").contains(Atom.of(role));
            found.set(isIt ? row : null);
            return isIt;
        });
        return found.get();
    }

    /** Whether one of the permission's {@code authorization} entries says that this row is the client's. */
    boolean ownerMatches(TableSchema ofRow, Row candidate) {
        Datum owners = Columns.strings(table, row, "authorization");
        return owners != null
                && owners.asStrings().stream().anyMatch(owner -> new Owner(owner).is(client, ofRow, candidate));
    }

    boolean mayInsertAndDelete() {
        return Columns.isTrue(table, row, "insert_delete");
    }

    /** Whether there is a list of columns at all. */
    boolean listsColumns() {
        return Columns.strings(table, row, "update") != null;
    }

    boolean mayChange(List<String> columns) {
        Datum granted = Columns.strings(table, row, "update");
        return granted != null && columns.stream().allMatch(column -> granted.contains(Atom.of(column)));
    }
}
