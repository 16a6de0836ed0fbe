package dev.ovsdb.server.text;

import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The orders in which the reference goes through a schema: those of its hash tables, or by name. */
public final class SchemaOrder {
    private SchemaOrder() {}

    /** As its JSON object gave them to the hash table of tables. */
    public static List<TableSchema> hashed(DatabaseSchema schema) {
        List<String> names = schema.tables().stream().map(TableSchema::name).toList();
        return HashOrder.of(HashOrder.of(names)).stream()
                .map(schema::requireTable)
                .toList();
    }

    /** The implicit columns first, then as the JSON object gave them. */
    public static List<ColumnSchema> hashed(TableSchema table) {
        List<String> names = new ArrayList<>(List.of("_uuid", "_version"));
        names.addAll(
                HashOrder.of(table.columns().stream().map(ColumnSchema::name).toList()));
        return HashOrder.of(names).stream().map(table::requireColumn).toList();
    }

    /** The tables by name. */
    public static List<TableSchema> byName(DatabaseSchema schema) {
        List<TableSchema> tables = new ArrayList<>(schema.tables());
        tables.sort(Comparator.comparing(TableSchema::name, NameOrder.BYTES));
        return tables;
    }

    /** The columns by name. */
    public static List<ColumnSchema> byName(List<ColumnSchema> columns) {
        List<ColumnSchema> sorted = new ArrayList<>(columns);
        sorted.sort(Comparator.comparing(ColumnSchema::name, NameOrder.BYTES));
        return sorted;
    }
}
