package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Atom.UuidAtom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.file.LogException;
import dev.ovsdb.server.file.LogRows;
import dev.ovsdb.server.text.SchemaOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * {@code restore}: one transaction that deletes all rows and inserts those of a database file. As with the reference the
 * rows get new UUIDs; references between them are kept.
 */
final class Restore implements Verb {
    private static final String INPUT = "/dev/stdin";

    @Override
    public void run(Invocation invocation) {
        if (invocation.console().terminals().input()) {
            throw new CommandException("not reading backup from a terminal; please redirect stdin from a file");
        }
        LogRows backup = read(invocation);
        Answers answers = new Answers(invocation.session(), invocation.options());
        compare(backup.schema(), answers.schema(invocation.database()), invocation);
        List<JsonValue> params =
                new ArrayList<>(List.of(JsonValue.of(backup.schema().name())));
        for (TableSchema table : SchemaOrder.hashed(backup.schema())) {
            params.add(JsonValue.object("op", JsonValue.of("delete"))
                    .with("table", JsonValue.of(table.name()))
                    .with("where", JsonArray.EMPTY));
            backup.rows(table.name()).forEach((uuid, row) -> params.add(insert(table, uuid, row, backup.schema())));
        }
        Answers.checkTransaction(answers.result("transact", params.toArray(new JsonValue[0])));
    }

    /** All of it: a backup that is damaged anywhere is not restored in part. */
    private static LogRows read(Invocation invocation) {
        try {
            LogRows rows = LogRows.read(invocation.console().in(), INPUT);
            rows.damage().ifPresent(damage -> {
                throw damage;
            });
            return rows;
        } catch (LogException e) {
            throw new CommandException(e.describe(), e);
        }
    }

    private static void compare(DatabaseSchema backup, DatabaseSchema online, Invocation invocation) {
        if (JsonValue.parse(backup.toJson()).equals(JsonValue.parse(online.toJson()))) {
            return;
        }
        String before = GetSchema.version(backup);
        String now = GetSchema.version(online);
        String difference = before.equals(now)
                ? "backup schema and database schema are both version " + before + " but still differ"
                : "backup schema has version \"" + before + "\" but database schema has version \"" + now + "\"";
        if (!invocation.options().force()) {
            throw new CommandException(difference + " (use --force to override differences, or"
                    + " \"ovsdb-client convert\" to change the schema)");
        }
        invocation.console().log().info("ovsdb_client", difference);
    }

    private static JsonValue insert(TableSchema table, UUID uuid, Row row, DatabaseSchema schema) {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        for (ColumnSchema column : table.columns()) {
            Datum value = row.find(column.name());
            if (value != null && PersistentColumns.isKept(column, schema) && !value.equals(column.defaultDatum())) {
                values.put(column.name(), json(value, column.type()));
            }
        }
        return JsonValue.object("op", JsonValue.of("insert"))
                .with("table", JsonValue.of(table.name()))
                .with("uuid-name", JsonValue.of(rowName(uuid)))
                .with("row", JsonObject.of(values));
    }

    private static String rowName(UUID uuid) {
        return "row" + uuid.toString().replace('-', '_');
    }

    private static JsonValue json(Datum value, ColumnType type) {
        List<JsonValue> elements = new ArrayList<>();
        if (value instanceof MapDatum map) {
            map.forEach((key, mapped) ->
                    elements.add(JsonValue.array(json(key, type.key()), json(mapped, type.requireValue()))));
            return JsonValue.array(JsonValue.of("map"), new JsonArray(elements));
        }
        value.atoms().forEach(atom -> elements.add(json(atom, type.key())));
        return elements.size() == 1 ? elements.get(0) : JsonValue.array(JsonValue.of("set"), new JsonArray(elements));
    }

    private static JsonValue json(Atom atom, BaseType type) {
        if (atom instanceof UuidAtom uuid && type.refTable().isPresent()) {
            return JsonValue.array(JsonValue.of("named-uuid"), JsonValue.of(rowName(uuid.value())));
        }
        JsonWriter out = new JsonWriter();
        atom.write(out);
        return JsonValue.parse(out.toByteArray());
    }
}
