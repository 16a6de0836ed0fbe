package dev.ovsdb.codegen;

import dev.ovsdb.codegen.name.Identifiers;
import dev.ovsdb.codegen.name.Reserved;
import dev.ovsdb.codegen.name.Scope;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A database, and what it and its tables are called in Java. Tables get their names first, in the order of the schema, then the
 * database, then enums: so that no column can take the name of a table.
 */
final class DatabaseModel {
    private final DatabaseSchema schema;
    private final Scope types = new Scope(true).reserve(Reserved.TYPES);
    private final Map<String, TableModel> tables = new LinkedHashMap<>();
    private final String type;

    DatabaseModel(DatabaseSchema schema) {
        this.schema = schema;
        Map<String, String> bases = new LinkedHashMap<>();
        schema.tables().forEach(table -> bases.put(table.name(), base(table.name())));
        this.type = types.take(Identifiers.type(schema.name()) + "Database", "");
        for (TableSchema table : schema.tables()) {
            String base = Objects.requireNonNull(bases.get(table.name()));
            tables.put(table.name(), new TableModel(table, rowType(base), tableType(base), columns(base, table)));
        }
    }

    /** What the names of both types begin with, or are. */
    private String base(String table) {
        String wanted = Identifiers.type(table);
        String base = wanted;
        for (int number = 2; !isFree(base); number++) {
            base = wanted + number;
        }
        types.take(rowType(base), "");
        types.take(tableType(base), "");
        return base;
    }

    private boolean isFree(String base) {
        return types.isFree(rowType(base)) && types.isFree(tableType(base));
    }

    private static String rowType(String base) {
        boolean reserved = Reserved.TYPES.stream().anyMatch(base::equalsIgnoreCase);
        return reserved ? base + "Row" : base;
    }

    private static String tableType(String base) {
        return base + "Table";
    }

    private List<ColumnModel> columns(String base, TableSchema table) {
        List<Optional<EnumModel>> enums = new ArrayList<>();
        Scope constants = new Scope(false);
        for (ColumnSchema column : table.columns()) {
            String name = base + Identifiers.type(column.name());
            boolean map = column.type().isMap();
            enums.add(EnumModel.of(
                    types, map ? name + "Key" : name, column, column.type().key()));
            enums.add(EnumModel.of(
                    types,
                    map ? name + "Value" : name,
                    column,
                    column.type().value().orElse(null)));
        }
        // A constant of the name of a type would hide it.
        enums.forEach(one -> one.ifPresent(found -> constants.reserve(List.of(found.type()))));
        Scope methods = new Scope(false).reserve(Reserved.ROW_METHODS);
        List<ColumnModel> columns = new ArrayList<>();
        for (ColumnSchema column : table.columns()) {
            int index = 2 * columns.size();
            columns.add(new ColumnModel(
                    column,
                    method(methods, column.name()),
                    constants.take(Identifiers.constant(column.name()), "_"),
                    enums.get(index),
                    enums.get(index + 1)));
        }
        return columns;
    }

    private static String method(Scope methods, String column) {
        String name = Identifiers.method(column);
        boolean taken = Identifiers.isKeyword(name) || Reserved.ROW_METHODS.contains(name);
        return methods.take(taken ? name + "Column" : name, "");
    }

    DatabaseSchema schema() {
        return schema;
    }

    /** The name of the database's own type. */
    String type() {
        return type;
    }

    List<TableModel> tables() {
        return List.copyOf(tables.values());
    }

    TableModel table(String name) {
        TableModel table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no table " + name);
        }
        return table;
    }
}
