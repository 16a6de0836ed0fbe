package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBoolean;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.check.ConditionCheck;
import dev.ovsdb.server.check.Members;
import dev.ovsdb.server.check.Names;
import dev.ovsdb.server.check.RejectedException;
import dev.ovsdb.server.engine.monitor.TableRequest.TwiceException;
import dev.ovsdb.server.text.HashOrder;
import dev.ovsdb.server.text.NameOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes through the requests of a monitor in the order in which the reference does, and finds the same fault first. */
final class RequestCheck {
    private final DatabaseSchema schema;
    private final boolean conditions;

    RequestCheck(DatabaseSchema schema, boolean conditions) {
        this.schema = schema;
        this.conditions = conditions;
    }

    List<TableRequest> read(JsonObject requests) throws RejectedException {
        Map<String, TableRequest.Builder> read = new LinkedHashMap<>();
        for (String name : HashOrder.of(requests.members().keySet())) {
            read.put(name, table(table(schema, name), requests.get(name).orElseThrow()));
        }
        Map<String, TableRequest.Builder> tables = new LinkedHashMap<>();
        requests.members().keySet().forEach(name -> tables.put(name, Objects.requireNonNull(read.get(name))));
        return ConditionChoice.build(tables);
    }

    static TableSchema table(DatabaseSchema schema, String name) throws RejectedException {
        return schema.table(name)
                .orElseThrow(() -> RejectedException.plain(ErrorTag.SYNTAX_ERROR, "no table named " + name));
    }

    private TableRequest.Builder table(TableSchema table, JsonValue requests) throws RejectedException {
        TableRequest.Builder builder = new TableRequest.Builder(table);
        if (requests instanceof JsonArray several) {
            for (JsonValue request : several) {
                object(builder, request);
            }
        } else {
            object(builder, requests);
        }
        return builder;
    }

    private void object(TableRequest.Builder builder, JsonValue json) throws RejectedException {
        String name = "table " + builder.table().name();
        Members members = Members.of(json, name);
        Optional<JsonValue> where = conditions ? members.optional("where", Members.Type.ARRAY) : Optional.empty();
        Optional<JsonValue> columns = members.optional("columns", Members.Type.ARRAY);
        Optional<JsonValue> select = members.optional("select", Members.Type.OBJECT);
        members.finish();
        int kinds = select.isPresent() ? select(select.get(), name + " select") : Selection.ALL;
        columns(builder, columns.orElse(null), kinds);
        builder.condition(
                where.isPresent() ? condition(where.get(), builder.table()) : RowCondition.every(builder.table()));
    }

    private static int select(JsonValue json, String what) throws RejectedException {
        Members members = Members.of(json, what);
        int select = 0;
        select |= isWanted(members, "initial") ? Selection.INITIAL : 0;
        select |= isWanted(members, "insert") ? Selection.INSERT : 0;
        select |= isWanted(members, "delete") ? Selection.DELETE : 0;
        select |= isWanted(members, "modify") ? Selection.MODIFY : 0;
        members.finish();
        return select;
    }

    private static boolean isWanted(Members members, String name) throws RejectedException {
        return members.optional(name, Members.Type.BOOLEAN).orElse(JsonBoolean.TRUE) == JsonBoolean.TRUE;
    }

    private static void columns(TableRequest.Builder builder, @Nullable JsonValue json, int kinds)
            throws RejectedException {
        builder.select(kinds);
        try {
            if (json == null) {
                allColumns(builder, kinds);
            } else {
                for (JsonValue name : (JsonArray) json) {
                    builder.column(index(builder.table(), name, json), kinds);
                }
            }
        } catch (TwiceException twice) {
            String details = "column " + twice.getMessage() + " mentioned more than once";
            throw json == null
                    ? RejectedException.plain(ErrorTag.SYNTAX_ERROR, details)
                    : RejectedException.syntax(json, details);
        }
    }

    /** All but {@code _uuid}, in the reference's order, since it is the first column wanted twice that it tells. */
    private static void allColumns(TableRequest.Builder builder, int kinds) throws TwiceException {
        TableSchema table = builder.table();
        List<String> names = new ArrayList<>(List.of("_uuid", "_version"));
        List<String> declared = table.columns().stream()
                .map(ColumnSchema::name)
                .sorted(NameOrder.BYTES)
                .toList();
        names.addAll(HashOrder.of(declared));
        for (String name : HashOrder.of(names)) {
            if (!name.equals("_uuid")) {
                builder.column(table.requireColumnIndex(name), kinds);
            }
        }
    }

    private static int index(TableSchema table, JsonValue name, JsonValue columns) throws RejectedException {
        if (!(name instanceof JsonString string)) {
            throw RejectedException.syntax(columns, "array of column names expected");
        }
        int index = table.layout().indexOf(string.value());
        if (index < 0) {
            throw RejectedException.syntax(columns, string.value() + " is not a valid column name");
        }
        return index;
    }

    static RowCondition condition(JsonValue where, TableSchema table) throws RejectedException {
        ConditionCheck.check(where, table, Names.REFUSED);
        byte[] text = where.toString().getBytes(StandardCharsets.UTF_8);
        return ConditionReader.read(JsonReader.of(text), table);
    }
}
