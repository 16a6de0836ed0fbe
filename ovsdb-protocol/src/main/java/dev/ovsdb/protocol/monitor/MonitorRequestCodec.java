package dev.ovsdb.protocol.monitor;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code <monitor-request>} on the wire. */
final class MonitorRequestCodec {
    private MonitorRequestCodec() {}

    static void write(JsonWriter writer, String table, MonitorRequest request, boolean conditions) {
        writer.beginObject();
        if (request.columns() != null) {
            writer.name("columns").beginArray();
            request.columns().forEach(writer::value);
            writer.endArray();
        }
        if (request.where() != null) {
            if (!conditions) {
                throw new IllegalArgumentException(
                        "monitor of " + table + ": conditions need monitor_cond or monitor_cond_since");
            }
            writeWhere(writer, request.where());
        }
        if (!request.select().equals(MonitorSelect.ALL)) {
            writer.name("select");
            request.select().write(writer);
        }
        writer.endObject();
    }

    static void writeWhere(JsonWriter writer, List<Condition> where) {
        writer.name("where").beginArray();
        where.forEach(condition -> condition.write(writer));
        writer.endArray();
    }

    static MonitorRequests readAll(JsonReader reader, @Nullable DatabaseSchema schema) {
        MonitorRequests.Builder builder = MonitorRequests.builder();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            TableSchema table = schema == null ? null : schema.table(name).orElse(null);
            builder.table(name, readTable(reader, name, table));
        }
        reader.endObject();
        return builder.build();
    }

    private static List<MonitorRequest> readTable(JsonReader reader, String name, @Nullable TableSchema table) {
        if (reader.peek() == JsonToken.BEGIN_OBJECT) {
            return List.of(readOne(reader, name, table));
        }
        List<MonitorRequest> requests = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            requests.add(readOne(reader, name, table));
        }
        reader.endArray();
        return requests;
    }

    private static MonitorRequest readOne(JsonReader reader, String name, @Nullable TableSchema table) {
        List<String> columns = null;
        List<Condition> where = null;
        MonitorSelect select = MonitorSelect.ALL;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.nextName()) {
                case "columns" -> columns = readNames(reader);
                case "where" -> where = readWhere(reader, table);
                case "select" -> select = MonitorSelect.read(reader);
                default -> throw unknownMember(reader, "the request for table " + name, "columns, where or select");
            }
        }
        reader.endObject();
        return new MonitorRequest(columns, select, where);
    }

    static JsonSyntaxException unknownMember(JsonReader reader, String what, String expected) {
        String problem = "expected " + expected + " in " + what + ", found " + reader.lastString();
        return new JsonSyntaxException(problem, reader.offset());
    }

    private static List<String> readNames(JsonReader reader) {
        List<String> names = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            names.add(reader.nextString());
        }
        reader.endArray();
        return names;
    }

    static List<Condition> readWhere(JsonReader reader, @Nullable TableSchema table) {
        List<Condition> where = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            where.add(Condition.read(reader, table));
        }
        reader.endArray();
        return where;
    }
}
