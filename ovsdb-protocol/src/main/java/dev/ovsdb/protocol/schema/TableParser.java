package dev.ovsdb.protocol.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one table of a schema. */
final class TableParser {
    private final SchemaInput in;
    private final String name;
    private final Map<String, ColumnSchema> columns = new LinkedHashMap<>();
    private byte @Nullable [] indexes; // Kept until the columns that they name are known.
    private boolean root;
    private long maxRows = TableSchema.UNLIMITED_ROWS;

    TableParser(SchemaInput in, String name) {
        this.in = in;
        this.name = name;
    }

    TableSchema parse() {
        in.object(this::member);
        if (columns.isEmpty()) {
            throw in.problem("expected a member columns with at least one column");
        }
        List<List<String>> parsed = indexes == null ? List.of() : in.member("indexes", indexes, this::indexes);
        return new TableSchema(name, columns, root, maxRows, parsed);
    }

    private void member(String member) {
        switch (member) {
            case "columns" -> columns();
            case "isRoot" -> root = in.bool();
            case "maxRows" -> maxRows = maxRows();
            case "indexes" -> indexes = in.raw();
            case "mutable" -> in.bool(); // The reference takes it and holds nobody to it.
            default -> throw in.unknownMember();
        }
    }

    private void columns() {
        columns.clear();
        in.object(column -> {
            SchemaNames.requireOwn(in, column);
            columns.put(column, new ColumnParser(column).parse());
        });
    }

    private long maxRows() {
        long rows = in.integer();
        if (rows < 1) {
            throw in.problem("expected at least 1, found " + rows);
        }
        return Math.min(rows, TableSchema.UNLIMITED_ROWS);
    }

    private List<List<String>> indexes(SchemaInput input) {
        List<List<String>> parsed = new ArrayList<>();
        input.array(() -> parsed.add(index(input)));
        return parsed;
    }

    private List<String> index(SchemaInput input) {
        List<String> index = new ArrayList<>();
        input.array(() -> index.add(indexed(input, index)));
        if (index.isEmpty()) {
            throw input.problem("expected at least one column");
        }
        return List.copyOf(index);
    }

    private String indexed(SchemaInput input, List<String> before) {
        String column = input.string();
        ColumnSchema schema = columns.get(column);
        boolean version = column.equals(ColumnSchema.VERSION.name());
        if (schema == null && !version && !column.equals(ColumnSchema.UUID.name())) {
            throw input.problem("table " + name + " has no column " + column + "; it has " + columns.keySet());
        }
        if (version || schema != null && schema.ephemeral()) {
            throw input.problem("column " + column + " is ephemeral and cannot be indexed");
        }
        if (before.contains(column)) {
            throw input.problem("column " + column + " occurs twice in an index");
        }
        return column;
    }

    /** Reads one column. */
    private final class ColumnParser {
        private final String column;
        private @Nullable ColumnType type;
        private boolean ephemeral;
        private boolean mutable = true;

        ColumnParser(String column) {
            this.column = column;
        }

        ColumnSchema parse() {
            in.object(this::member);
            if (type == null) {
                throw in.problem("expected a member type");
            }
            return new ColumnSchema(name, column, type, ephemeral, mutable);
        }

        private void member(String member) {
            switch (member) {
                case "type" -> type = TypeParser.columnType(in);
                case "ephemeral" -> ephemeral = in.bool();
                case "mutable" -> mutable = in.bool();
                default -> throw in.unknownMember();
            }
        }
    }
}
