package dev.ovsdb.cli.client;

import dev.ovsdb.cli.table.Cell;
import dev.ovsdb.cli.table.Table;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.text.SchemaOrder;
import java.util.List;

/** {@code list-columns}, of all tables or of one. */
final class ListColumns implements Verb {
    @Override
    public void run(Invocation invocation) {
        Answers answers = new Answers(invocation.session(), invocation.options());
        DatabaseSchema schema = answers.schema(invocation.database());
        List<String> arguments = invocation.arguments();
        invocation.print(arguments.isEmpty() ? all(schema) : one(schema, arguments.get(0)));
    }

    private static Table all(DatabaseSchema schema) {
        Table table = Table.of("Table", "Column", "Type");
        for (TableSchema each : SchemaOrder.hashed(schema)) {
            for (ColumnSchema column : SchemaOrder.hashed(each)) {
                table.add(Cell.text(each.name()), Cell.text(column.name()), Cell.json(json(column.type())));
            }
        }
        return table;
    }

    /** A table that does not exist has no columns; the reference does not call it an error. */
    private static Table one(DatabaseSchema schema, String name) {
        Table table = Table.of("Column", "Type");
        schema.table(name).map(SchemaOrder::hashed).orElse(List.of()).forEach(column -> {
            table.add(Cell.text(column.name()), Cell.json(json(column.type())));
        });
        return table;
    }

    private static JsonValue json(ColumnType type) {
        String notation = type.toString();
        return notation.startsWith("{") ? JsonValue.parse(notation) : new JsonString(notation.replace("\"", ""));
    }
}
