package dev.ovsdb.cli.client;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.schema.ColumnSchema;
import java.util.List;

/** Columns of all rows of a table. */
record TableSelection(String table, List<ColumnSchema> columns) {
    TableSelection {
        columns = List.copyOf(columns);
    }

    /** The operation that selects them. */
    JsonValue operation() {
        List<JsonValue> names = List.copyOf(
                columns.stream().map(column -> JsonValue.of(column.name())).toList());
        return JsonValue.object("op", JsonValue.of("select"))
                .with("table", JsonValue.of(table))
                .with("where", JsonArray.EMPTY)
                .with("columns", new JsonArray(names));
    }
}
