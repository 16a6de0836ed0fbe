package dev.ovsdb.protocol.monitor;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of some tables of a monitor, as {@code monitor_cond_change} replaces them. A row must meet at least one of
 * its table's conditions; a table with an empty list wants every row, and one with only {@link Condition#FALSE} none.
 *
 * @param tables the tables whose conditions are new
 */
public record MonitorConditions(Map<String, List<Condition>> tables) {
    /** @throws IllegalArgumentException if a condition holds a named UUID */
    public MonitorConditions {
        Map<String, List<Condition>> copy = new LinkedHashMap<>();
        tables.forEach((table, conditions) -> {
            RequestRules.checkConditions(table, conditions);
            copy.put(table, List.copyOf(conditions));
        });
        tables = Collections.unmodifiableMap(copy);
    }

    /** The conditions of one table. */
    public static MonitorConditions of(String table, Condition... any) {
        return new MonitorConditions(Map.of(table, List.of(any)));
    }

    List<MonitorRequest> applyTo(String table, List<MonitorRequest> requests) {
        List<Condition> conditions = tables.get(table);
        if (conditions == null) {
            return requests;
        }
        List<MonitorRequest> changed = new ArrayList<>();
        for (MonitorRequest request : requests) {
            List<Condition> where = changed.isEmpty() ? conditions : null; // Servers heed one condition a table.
            changed.add(new MonitorRequest(request.columns(), request.select(), where));
        }
        return changed;
    }

    /** Writes {@code {table: [{"where": [...]}]}}. */
    public void write(JsonWriter writer) {
        writer.beginObject();
        tables.forEach((table, conditions) -> {
            writer.name(table).beginArray().beginObject();
            MonitorRequestCodec.writeWhere(writer, conditions);
            writer.endObject().endArray();
        });
        writer.endObject();
    }

    /**
     * Reads what {@link #write} writes. Of several conditions for one table the last counts, as in the reference server.
     *
     * @param schema by which values are read, or null
     */
    public static MonitorConditions read(JsonReader reader, @Nullable DatabaseSchema schema) {
        Map<String, List<Condition>> tables = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            TableSchema table = schema == null ? null : schema.table(name).orElse(null);
            reader.beginArray();
            while (reader.hasNext()) {
                tables.put(name, readOne(reader, name, table));
            }
            reader.endArray();
        }
        reader.endObject();
        return new MonitorConditions(tables);
    }

    private static List<Condition> readOne(JsonReader reader, String name, @Nullable TableSchema table) {
        List<Condition> where = List.of();
        reader.beginObject();
        while (reader.hasNext()) {
            if (!reader.nextName().equals("where")) {
                throw MonitorRequestCodec.unknownMember(reader, "the new condition of table " + name, "where");
            }
            where = MonitorRequestCodec.readWhere(reader, table);
        }
        reader.endObject();
        return where;
    }
}
