package dev.ovsdb.cli.log;

import dev.ovsdb.jsonrpc.JsonBoolean;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.DatumDiff;
import dev.ovsdb.protocol.InvalidDatumException;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.SchemaException;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.check.RejectedException;
import dev.ovsdb.server.check.SchemaCheck;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a database file holds when all its transactions have been applied: a backup has one, a server's own file many, each
 * with the rows it changed and, since Open vSwitch 2.15, only their differences.
 */
public final class Snapshot {
    private static final String IS_DIFF = "_is_diff";

    private final String name;
    private final DatabaseSchema schema;
    private final Map<String, Map<String, Map<String, Datum>>> tables = new LinkedHashMap<>();

    private Snapshot(String name, DatabaseSchema schema) {
        this.name = name;
        this.schema = schema;
    }

    /**
     * Reads a file to its end.
     *
     * @param name what messages call it
     * @throws LogException if it is no database file, or is damaged
     */
    public static Snapshot read(InputStream in, String name) throws IOException, LogException {
        LogReader log = new LogReader(new BufferedInputStream(in, 1 << 16), name);
        JsonObject first = log.next().orElse(JsonObject.EMPTY);
        try {
            SchemaCheck.check(first);
        } catch (RejectedException e) {
            throw new LogException(
                    String.valueOf(e.within(name + ": parsing schema").getMessage()));
        }
        Snapshot snapshot = new Snapshot(name, schema(first, name));
        for (Optional<JsonObject> next = log.next(); next.isPresent(); next = log.next()) {
            snapshot.apply(next.get());
        }
        return snapshot;
    }

    private static DatabaseSchema schema(JsonObject json, String name) throws LogException {
        try {
            return DatabaseSchema.parse(json.toString());
        } catch (SchemaException e) {
            throw new LogException("syntax error: " + name + ": parsing schema: " + e.getMessage());
        }
    }

    public DatabaseSchema schema() {
        return schema;
    }

    /** The rows of a table by UUID, each with the values that the file gives; those it leaves out are defaults. */
    public Map<String, Map<String, Datum>> rows(String table) {
        return Collections.unmodifiableMap(tables.getOrDefault(table, Map.of()));
    }

    private void apply(JsonObject transaction) throws LogException {
        boolean diff = transaction.get(IS_DIFF).equals(Optional.of(JsonBoolean.TRUE));
        for (Map.Entry<String, JsonValue> member : transaction.members().entrySet()) {
            if (!member.getKey().startsWith("_")) {
                TableSchema table =
                        schema.table(member.getKey()).orElseThrow(() -> bad("No table named " + member.getKey() + "."));
                apply(table, object(member.getValue(), "table " + table.name()), diff);
            }
        }
    }

    private void apply(TableSchema table, JsonObject rows, boolean diff) throws LogException {
        Map<String, Map<String, Datum>> present = tables.computeIfAbsent(table.name(), name -> new LinkedHashMap<>());
        for (Map.Entry<String, JsonValue> row : rows.members().entrySet()) {
            if (row.getValue().isNull()) {
                present.remove(row.getKey());
                continue;
            }
            Map<String, Datum> values = present.computeIfAbsent(row.getKey(), uuid -> new LinkedHashMap<>());
            for (Map.Entry<String, JsonValue> value :
                    object(row.getValue(), "row " + row.getKey()).members().entrySet()) {
                ColumnSchema column = table.column(value.getKey())
                        .orElseThrow(() -> bad("No column " + value.getKey() + " in table " + table.name() + "."));
                values.put(column.name(), applied(column, values.get(column.name()), value.getValue(), diff));
            }
        }
    }

    private Datum applied(ColumnSchema column, @Nullable Datum before, JsonValue json, boolean diff)
            throws LogException {
        JsonReader in = JsonReader.of(json.toString().getBytes(StandardCharsets.UTF_8));
        try {
            if (!diff || before == null) {
                return Datum.read(in, column.type());
            }
            Datum difference = Datum.readDiff(in, column.type());
            return DatumDiff.apply(before, difference, column.type()).after();
        } catch (InvalidDatumException e) {
            throw bad(column.table() + "." + column.name() + ": " + e.getMessage());
        }
    }

    private JsonObject object(JsonValue json, String what) throws LogException {
        if (json instanceof JsonObject object) {
            return object;
        }
        throw bad(what + " must be JSON object");
    }

    private LogException bad(String problem) {
        return new LogException("syntax error: " + name + ": " + problem);
    }
}
