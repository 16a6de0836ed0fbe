package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.table.Cell;
import dev.ovsdb.cli.table.Table;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.text.SchemaOrder;
import java.util.ArrayList;
import java.util.List;

/** {@code dump}: the rows of all tables, or of one, each table's rows sorted by their values. */
final class Dump implements Verb {
    @Override
    public void run(Invocation invocation) {
        Answers answers = new Answers(invocation.session(), invocation.options());
        DatabaseSchema schema = answers.schema(invocation.database());
        List<TableSelection> selections = selections(schema, invocation.arguments());
        SelectedRows rows = SelectedRows.of(answers.result("transact", request(invocation.database(), selections)));
        rows.checkCount(selections.size());
        for (TableSelection selection : selections) {
            List<List<Datum>> sorted = new ArrayList<>(rows.next(selection));
            sorted.sort(new RowOrder(selection.columns()));
            invocation.print(table(selection, sorted));
        }
    }

    private static List<TableSelection> selections(DatabaseSchema schema, List<String> arguments) {
        List<TableSelection> selections = new ArrayList<>();
        if (arguments.isEmpty()) {
            SchemaOrder.byName(schema).forEach(table -> selections.add(whole(table)));
            return selections;
        }
        String name = arguments.get(0);
        TableSchema table =
                schema.table(name).orElseThrow(() -> new CommandException("No table \"" + name + "\" found."));
        List<ColumnSchema> columns = new ArrayList<>();
        for (String column : arguments.subList(1, arguments.size())) {
            columns.add(table.column(column)
                    .orElseThrow(() -> new CommandException("Table \"" + name + "\" has no column " + column + ".")));
        }
        return List.of(columns.isEmpty() ? whole(table) : selection(table, columns));
    }

    private static TableSelection whole(TableSchema table) {
        List<ColumnSchema> columns = new ArrayList<>(table.columns());
        columns.add(table.requireColumn("_uuid"));
        return selection(table, columns);
    }

    /** Versions are never shown: they differ between databases that are the same. */
    private static TableSelection selection(TableSchema table, List<ColumnSchema> columns) {
        List<ColumnSchema> shown = columns.stream()
                .filter(column -> !column.name().equals("_version"))
                .toList();
        return new TableSelection(table.name(), SchemaOrder.byName(shown));
    }

    private static JsonValue[] request(String database, List<TableSelection> selections) {
        List<JsonValue> params = new ArrayList<>();
        params.add(JsonValue.of(database));
        selections.forEach(selection -> params.add(selection.operation()));
        return params.toArray(new JsonValue[0]);
    }

    private static Table table(TableSelection selection, List<List<Datum>> rows) {
        List<ColumnSchema> columns = selection.columns();
        Table table =
                Table.of(columns.stream().map(ColumnSchema::name).toList()).captioned(selection.table() + " table");
        for (List<Datum> row : rows) {
            List<Cell> cells = new ArrayList<>(row.size());
            for (int x = 0; x < row.size(); x++) {
                cells.add(Cell.datum(row.get(x), columns.get(x).type()));
            }
            table.add(cells);
        }
        return table;
    }
}
