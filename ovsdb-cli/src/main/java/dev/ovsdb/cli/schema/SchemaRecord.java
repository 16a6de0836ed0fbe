package dev.ovsdb.cli.schema;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.text.JsonPrinter;
import dev.ovsdb.server.text.SchemaOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A schema as the reference writes it into a file: members in the order of hash tables that were filled in its order. */
public final class SchemaRecord {
    private static final List<String> DATABASE = List.of("name", "version", "cksum", "tables");
    private static final List<String> TABLE = List.of("isRoot", "columns", "maxRows", "indexes");
    private static final List<String> COLUMN = List.of("mutable", "ephemeral", "type");
    private static final List<String> TYPE = List.of("key", "value", "min", "max");
    private static final List<String> BASE = List.of(
            "type",
            "enum",
            "minInteger",
            "maxInteger",
            "minReal",
            "maxReal",
            "minLength",
            "maxLength",
            "refTable",
            "refType");

    private SchemaRecord() {}

    public static String text(DatabaseSchema schema) {
        JsonObject json = (JsonObject) JsonValue.parse(schema.toJson());
        JsonObject tables = (JsonObject) json.get("tables").orElse(JsonObject.EMPTY);
        Map<String, JsonValue> ordered = new LinkedHashMap<>();
        for (TableSchema table : SchemaOrder.hashed(schema)) {
            ordered.put(table.name(), table(table, (JsonObject)
                    tables.get(table.name()).orElseThrow()));
        }
        return JsonPrinter.hashed(ordered(json.with("tables", JsonObject.of(ordered)), DATABASE));
    }

    private static JsonObject table(TableSchema table, JsonObject json) {
        JsonObject columns = (JsonObject) json.get("columns").orElse(JsonObject.EMPTY);
        Map<String, JsonValue> ordered = new LinkedHashMap<>();
        for (ColumnSchema column : SchemaOrder.hashed(table)) {
            columns.get(column.name()).ifPresent(value -> ordered.put(column.name(), column((JsonObject) value)));
        }
        return ordered(json.with("columns", JsonObject.of(ordered)), TABLE);
    }

    private static JsonObject column(JsonObject json) {
        JsonValue type = json.members().get("type");
        return ordered(type instanceof JsonObject object ? json.with("type", type(object)) : json, COLUMN);
    }

    private static JsonObject type(JsonObject json) {
        JsonObject type = json;
        for (String part : List.of("key", "value")) {
            if (json.members().get(part) instanceof JsonObject base) {
                type = type.with(part, ordered(base, BASE));
            }
        }
        return ordered(type, TYPE);
    }

    private static JsonObject ordered(JsonObject json, List<String> names) {
        JsonObject ordered = JsonObject.EMPTY;
        for (String name : names) {
            Optional<JsonValue> member = json.get(name);
            if (member.isPresent()) {
                ordered = ordered.with(name, member.get());
            }
        }
        return ordered;
    }
}
