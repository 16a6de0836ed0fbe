package dev.ovsdb.server.check;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonInteger;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.server.check.Members.Type;
import dev.ovsdb.server.text.HashOrder;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Tests a database schema, in the order in which the reference does. */
public final class SchemaCheck {
    private SchemaCheck() {}

    public static void check(JsonValue json) throws RejectedException {
        Members members = Members.of(json, "database schema");
        members.require("name", Type.ID);
        JsonValue version = members.optional("version", Type.STRING).orElse(new JsonString("0.0.0"));
        members.optional("cksum", Type.STRING);
        JsonObject tables = (JsonObject) members.require("tables", Type.OBJECT);
        members.finish();
        String text = ((JsonString) version).value();
        if (!text.matches("[0-9]+\\.[0-9]+\\.[0-9]+")) {
            throw RejectedException.syntax(json, "schema version \"" + text + "\" not in format x.y.z");
        }
        Map<String, Map<String, References>> references = new LinkedHashMap<>();
        for (String name : HashOrder.of(tables.members().keySet())) {
            checkName(name, json);
            references.put(name, table(name, tables.get(name).orElseThrow()));
        }
        checkReferences(references);
    }

    /** Whom the keys and values of a column refer to; empty for nobody. */
    record References(String keys, String values) {}

    private static void checkName(String name, JsonValue json) throws RejectedException {
        if (name.startsWith("_")) {
            throw RejectedException.syntax(json, "names beginning with \"_\" are reserved");
        } else if (!Members.isId(name)) {
            throw RejectedException.syntax(json, "name must be a valid id");
        }
    }

    private static Map<String, References> table(String name, JsonValue json) throws RejectedException {
        Members members = Members.of(json, "table schema for table " + name);
        JsonObject columns = (JsonObject) members.require("columns", Type.OBJECT);
        members.optional("mutable", Type.BOOLEAN);
        JsonValue maxRows = members.optional("maxRows", Type.INTEGER).orElse(new JsonInteger(1));
        members.optional("isRoot", Type.BOOLEAN);
        JsonValue indexes = members.optional("indexes", Type.ARRAY).orElse(JsonArray.EMPTY);
        members.finish();
        if (((JsonInteger) maxRows).value() <= 0) {
            throw RejectedException.syntax(json, "maxRows must be at least 1");
        }
        if (columns.size() == 0) {
            throw RejectedException.syntax(json, "table must have at least one column");
        }
        Map<String, References> references = new LinkedHashMap<>();
        for (String column : HashOrder.of(columns.members().keySet())) {
            checkName(column, json);
            references.put(column, column(column, columns.get(column).orElseThrow()));
        }
        for (JsonValue index : (JsonArray) indexes) {
            index(index, columns, json);
        }
        return references;
    }

    private static References column(String name, JsonValue json) throws RejectedException {
        Members members = Members.of(json, "schema for column " + name);
        members.optional("mutable", Type.BOOLEAN);
        members.optional("ephemeral", Type.BOOLEAN);
        JsonValue type = members.require("type", Type.STRING_OR_OBJECT);
        members.finish();
        return TypeCheck.column(type);
    }

    private static void index(JsonValue index, JsonObject columns, JsonValue table) throws RejectedException {
        List<String> seen = ColumnsCheck.check(
                index, column -> isImplicit(column) || columns.get(column).isPresent());
        if (seen.isEmpty()) {
            throw RejectedException.syntax(table, "index must have at least one column");
        }
        for (String column : seen) {
            if (column.equals("_version")
                    || columns.get(column).flatMap(SchemaCheck::ephemeral).isPresent()) {
                throw RejectedException.syntax(table, "ephemeral columns (such as " + column + ") may not be indexed");
            }
        }
    }

    private static Optional<JsonValue> ephemeral(JsonValue column) {
        return ((JsonObject) column).get("ephemeral").filter(JsonValue.of(true)::equals);
    }

    private static boolean isImplicit(String column) {
        return column.equals("_uuid") || column.equals("_version");
    }

    private static void checkReferences(Map<String, Map<String, References>> tables) throws RejectedException {
        for (String table : HashOrder.of(tables.keySet())) {
            Map<String, References> columns = Objects.requireNonNull(tables.get(table));
            Set<String> all = new LinkedHashSet<>(List.of("_uuid", "_version"));
            all.addAll(columns.keySet());
            for (String column : HashOrder.of(all)) {
                References references = columns.getOrDefault(column, new References("", ""));
                checkReference(column, "key", references.keys(), tables.keySet());
                checkReference(column, "value", references.values(), tables.keySet());
            }
        }
    }

    private static void checkReference(String column, String part, String table, Set<String> tables)
            throws RejectedException {
        if (!table.isEmpty() && !tables.contains(table)) {
            throw RejectedException.plain(
                    ErrorTag.SYNTAX_ERROR, "column " + column + " " + part + " refers to undefined table " + table);
        }
    }
}
