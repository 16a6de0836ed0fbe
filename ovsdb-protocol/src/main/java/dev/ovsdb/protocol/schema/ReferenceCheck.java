package dev.ovsdb.protocol.schema;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that each reference of a schema names one of its tables. */
final class ReferenceCheck {
    private ReferenceCheck() {}

    /** @throws SchemaException if one does not */
    static void check(Collection<TableSchema> tables) {
        List<String> names = tables.stream().map(TableSchema::name).toList();
        for (TableSchema table : tables) {
            for (ColumnSchema column : table.columns()) {
                check(column, "key", column.type().key(), names);
                check(column, "value", column.type().value().orElse(null), names);
            }
        }
    }

    private static void check(ColumnSchema column, String part, @Nullable BaseType type, List<String> tables) {
        String referred = type == null ? null : type.refTable().orElse(null);
        if (referred != null && !tables.contains(referred)) {
            String place = "tables." + column.table() + ".columns." + column.name() + ".type." + part + ".refTable";
            throw new SchemaException(place, "there is no table " + referred);
        }
    }
}
