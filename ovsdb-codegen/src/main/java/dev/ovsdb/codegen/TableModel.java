package dev.ovsdb.codegen;

import dev.ovsdb.protocol.schema.TableSchema;
import java.util.List;

/**
 * A table, and what it is called in Java.
 *
 * @param rowType the type of its rows
 * @param tableType the type of the table
 */
record TableModel(TableSchema schema, String rowType, String tableType, List<ColumnModel> columns) {
    TableModel {
        columns = List.copyOf(columns);
    }

    String name() {
        return schema.name();
    }

    ColumnModel column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
