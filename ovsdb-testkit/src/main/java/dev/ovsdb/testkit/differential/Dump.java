package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A transaction that reads all rows of all tables. */
final class Dump {
    private Dump() {}

    /** Of every column. */
    static JsonObject of(JsonValue database, Columns columns) {
        return request(database, columns, columns::columns);
    }

    /** Of the columns that files hold. */
    static JsonObject ofStored(JsonValue database, Columns columns) {
        return request(database, columns, columns::storedColumns);
    }

    private static JsonObject request(
            JsonValue database, Columns columns, Function<String, List<String>> columnsOfTable) {
        List<JsonValue> params = new ArrayList<>(List.of(database));
        for (String table : columns.tables()) {
            List<JsonValue> names = new ArrayList<>(List.of(Json.text("_uuid")));
            columnsOfTable.apply(table).forEach(column -> names.add(Json.text(column)));
            params.add(Json.object()
                    .with("op", Json.text("select"))
                    .with("table", Json.text(table))
                    .with("where", Json.array())
                    .with("columns", Json.array(names)));
        }
        return Json.request(Json.text("dump"), "transact", params);
    }
}
