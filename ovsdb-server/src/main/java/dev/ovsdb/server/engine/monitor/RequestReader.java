package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.check.RejectedException;
import dev.ovsdb.server.engine.monitor.TableRequest.TwiceException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the requests of a monitor. Whatever is unusual about them, such as a name that occurs twice, is left to {@link
 * RequestCheck}, which goes through them as a tree and in the reference's order; so this one need not say what is wrong.
 */
final class RequestReader {
    private static final List<String> SELECTS =
            List.of("initial", "insert", "delete", "modify"); // In the order of the bits.

    private final JsonReader reader;
    private final boolean conditions;

    private RequestReader(JsonReader reader, boolean conditions) {
        this.reader = reader;
        this.conditions = conditions;
    }

    /** Something that is seldom or wrong. */
    private static final class UnusualException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnusualException() {
            super(null, null, false, false);
        }
    }

    /**
     * The requests for each table, in the order of the text.
     *
     * @param conditions whether rows may be chosen
     * @throws RejectedException what is wrong, in the reference's words
     */
    static List<TableRequest> read(MonitorParams params, int index, DatabaseSchema schema, boolean conditions)
            throws RejectedException {
        try {
            return new RequestReader(params.reader(index), conditions).tables(schema);
        } catch (RejectedException | TwiceException | RuntimeException unusual) {
            JsonValue tree = params.value(index);
            return new RequestCheck(schema, conditions).read((JsonObject) tree);
        }
    }

    private List<TableRequest> tables(DatabaseSchema schema) throws RejectedException, TwiceException {
        Map<String, TableRequest.Builder> requests = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            TableSchema table = schema.requireTable(reader.nextName());
            usual(requests.put(table.name(), table(table)) == null);
        }
        reader.endObject();
        return ConditionChoice.build(requests);
    }

    private TableRequest.Builder table(TableSchema table) throws RejectedException, TwiceException {
        TableRequest.Builder builder = new TableRequest.Builder(table);
        usual(reader.peek() == JsonToken.BEGIN_ARRAY);
        reader.beginArray();
        while (reader.hasNext()) {
            object(builder);
        }
        reader.endArray();
        return builder;
    }

    private void object(TableRequest.Builder builder) throws RejectedException, TwiceException {
        List<Integer> columns = null;
        int select = Selection.ALL;
        RowCondition where = null;
        Set<String> seen = new HashSet<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            usual(seen.add(name));
            switch (name) {
                case "columns" -> columns = columns(builder.table());
                case "select" -> select = select();
                case "where" -> {
                    usual(conditions);
                    where = ConditionReader.read(reader, builder.table());
                }
                default -> usual(false);
            }
        }
        reader.endObject();
        add(builder, columns == null ? allColumns(builder.table()) : columns, select);
        builder.condition(where == null ? RowCondition.every(builder.table()) : where);
    }

    static void add(TableRequest.Builder builder, List<Integer> columns, int select) throws TwiceException {
        builder.select(select);
        for (int column : columns) {
            builder.column(column, select);
        }
    }

    /** What {@code columns} means when it is absent: all but {@code _uuid}. */
    static List<Integer> allColumns(TableSchema table) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < table.layout().size(); i++) {
            if (!Values.isUuid(table, i)) {
                columns.add(i);
            }
        }
        return columns;
    }

    private List<Integer> columns(TableSchema table) {
        List<Integer> columns = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            columns.add(table.requireColumnIndex(reader.nextString()));
        }
        reader.endArray();
        return columns;
    }

    private int select() {
        int select = Selection.ALL;
        Set<String> seen = new HashSet<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            int bit = SELECTS.indexOf(name);
            usual(bit >= 0 && seen.add(name));
            select = reader.nextBoolean() ? select : select & ~(1 << bit);
        }
        reader.endObject();
        return select;
    }

    private static void usual(boolean is) {
        if (!is) {
            throw new UnusualException();
        }
    }
}
