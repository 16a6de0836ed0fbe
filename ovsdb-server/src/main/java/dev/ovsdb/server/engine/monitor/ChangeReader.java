package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.check.Members;
import dev.ovsdb.server.check.RejectedException;
import dev.ovsdb.server.text.HashOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the conditions of {@code monitor_cond_change}: as usual in one go, else as a tree in the reference's order. Of several
 * conditions for one table the last counts. For a monitor that has none the clauses are not looked at.
 */
final class ChangeReader {
    private ChangeReader() {}

    static Map<String, RowCondition> read(MonitorParams params, int index, Monitor monitor) throws RejectedException {
        if (!monitor.kind().hasConditions()) {
            check((JsonObject) params.value(index), monitor);
            return Map.of();
        }
        try {
            return usual(params.reader(index), monitor.schema(), monitor.tables());
        } catch (RejectedException | RuntimeException unusual) {
            return check((JsonObject) params.value(index), monitor);
        }
    }

    static Map<String, RowCondition> usual(JsonReader reader, DatabaseSchema schema, Set<String> monitored)
            throws RejectedException {
        Map<String, RowCondition> conditions = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            TableSchema table = schema.requireTable(reader.nextName());
            reader.beginArray();
            while (reader.hasNext()) {
                reader.beginObject();
                usual(reader.nextName().equals("where"));
                conditions.put(table.name(), ConditionReader.read(reader, table));
                reader.endObject();
            }
            reader.endArray();
            usual(monitored.contains(table.name()));
        }
        reader.endObject();
        return conditions;
    }

    private static void usual(boolean is) {
        if (!is) {
            throw new IllegalStateException("the request is to be looked at more closely");
        }
    }

    private static Map<String, RowCondition> check(JsonObject requests, Monitor monitor) throws RejectedException {
        boolean conditional = monitor.kind().hasConditions();
        Map<String, RowCondition> conditions = new LinkedHashMap<>();
        for (String name : HashOrder.of(requests.members().keySet())) {
            TableSchema table = RequestCheck.table(monitor.schema(), name);
            if (!monitor.tables().contains(name)) {
                throw plain("no table named " + name + " in monitor session");
            }
            if (!(requests.get(name).orElseThrow() instanceof JsonArray several)) {
                throw plain("table " + name + " no monitor-cond-change JSON array");
            }
            for (JsonValue request : several) {
                conditions.put(table.name(), condition(request, table, conditional));
            }
        }
        return conditions;
    }

    /** Without {@code where} it is every row; the reference crashes. */
    private static RowCondition condition(JsonValue json, TableSchema table, boolean read) throws RejectedException {
        Members members = Members.of(json, "table " + table.name());
        Optional<JsonValue> columns = members.optional("columns", Members.Type.ARRAY);
        Optional<JsonValue> where = members.optional("where", Members.Type.ARRAY);
        members.finish();
        if (columns.isPresent()) {
            throw RejectedException.syntax(json, "changing columns is unsupported");
        }
        return read && where.isPresent() ? RequestCheck.condition(where.get(), table) : RowCondition.every(table);
    }

    private static RejectedException plain(String details) {
        return RejectedException.plain(ErrorTag.SYNTAX_ERROR, details);
    }
}
