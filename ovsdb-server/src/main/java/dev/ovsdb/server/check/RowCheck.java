package dev.ovsdb.server.check;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.text.HashOrder;
import java.util.ArrayList;
import java.util.List;

/** Tests a row of a transaction. */
public final class RowCheck {
    private RowCheck() {}

    /**
     * The row's columns, in the order in which the reference looks at them.
     *
     * @throws RejectedException if the table lacks a column, or a column may not hold its value
     */
    public static List<ColumnSchema> check(JsonValue json, TableSchema table) throws RejectedException {
        if (!(json instanceof JsonObject row)) {
            throw RejectedException.syntax(json, "row must be JSON object");
        }
        List<ColumnSchema> columns = new ArrayList<>();
        for (String name : HashOrder.of(row.members().keySet())) {
            ColumnSchema column = table.column(name)
                    .orElseThrow(() -> RejectedException.tagged(
                            json, ErrorTag.UNKNOWN_COLUMN, "No column " + name + " in table " + table.name() + "."));
            DatumCheck.of(column.type(), Names.ALLOWED).check(row.get(name).orElseThrow());
            columns.add(column);
        }
        return columns;
    }
}
