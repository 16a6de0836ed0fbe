package dev.ovsdb.cli.client;

import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.DatabaseSchema;

/** Which columns a database file has. */
final class PersistentColumns {
    private PersistentColumns() {}

    /**
     * A strong reference to a row that lives by references alone is kept even if it is ephemeral, or the row would be gone
     * when the file is read.
     */
    static boolean isKept(ColumnSchema column, DatabaseSchema schema) {
        boolean holdsRows = holdsRows(column.type().key(), schema)
                || column.type().value().map(value -> holdsRows(value, schema)).orElse(false);
        return !column.name().equals("_version") && (!column.ephemeral() || holdsRows);
    }

    private static boolean holdsRows(BaseType type, DatabaseSchema schema) {
        return type.isStrongReference()
                && type.refTable()
                        .flatMap(schema::table)
                        .map(table -> !table.isRoot())
                        .orElse(false);
    }
}
