package dev.ovsdb.protocol.schema;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Cuts a schema down to the tables and columns that a program uses. */
final class SchemaSubset {
    private final Map<String, ? extends Collection<String>> wanted;

    private SchemaSubset(Map<String, ? extends Collection<String>> wanted) {
        this.wanted = wanted;
    }

    static DatabaseSchema of(DatabaseSchema schema, Map<String, ? extends Collection<String>> columnsByTable) {
        columnsByTable.forEach(requireKnown(schema));
        SchemaSubset subset = new SchemaSubset(columnsByTable);
        Map<String, TableSchema> tables = new LinkedHashMap<>();
        for (TableSchema table : schema.tables()) {
            if (columnsByTable.containsKey(table.name())) {
                tables.put(table.name(), subset.table(table));
            }
        }
        return new DatabaseSchema(schema.name(), schema.version().orElse(null), null, tables);
    }

    private static BiConsumer<String, Collection<String>> requireKnown(DatabaseSchema schema) {
        return (table, columns) -> columns.forEach(schema.requireTable(table)::requireColumn);
    }

    private TableSchema table(TableSchema table) {
        Collection<String> names = new HashSet<>(wanted.get(table.name()));
        Map<String, ColumnSchema> columns = new LinkedHashMap<>();
        for (ColumnSchema column : table.columns()) {
            if (names.isEmpty() || names.contains(column.name())) {
                columns.put(column.name(), column(column));
            }
        }
        List<List<String>> indexes = table.indexes().stream()
                .filter(index -> columns.keySet().containsAll(index))
                .toList();
        return new TableSchema(table.name(), columns, table.isRoot(), table.maxRows(), indexes);
    }

    private ColumnSchema column(ColumnSchema column) {
        ColumnType type = column.type();
        BaseType key = base(type.key());
        ColumnType known = type.value()
                .map(value -> ColumnType.map(key, base(value), type.min(), type.max()))
                .orElseGet(() -> ColumnType.set(key, type.min(), type.max()));
        return new ColumnSchema(column.table(), column.name(), known, column.ephemeral(), column.mutable());
    }

    private BaseType base(BaseType type) {
        boolean known = type.refTable().map(wanted::containsKey).orElse(true);
        return known ? type : BaseType.of(type.type());
    }
}
