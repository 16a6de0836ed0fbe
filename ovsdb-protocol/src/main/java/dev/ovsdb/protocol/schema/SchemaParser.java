package dev.ovsdb.protocol.schema;

import dev.ovsdb.protocol.json.JsonReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a schema, as strictly as the reference server: members that are not known are refused. Where RFC 7047 asks for more
 * than the server does (the version is missing from some schemas in the field), the server is followed.
 */
final class SchemaParser {
    private final SchemaInput in;
    private @Nullable String name;
    private @Nullable SchemaVersion version;
    private @Nullable String cksum;
    private @Nullable Map<String, TableSchema> tables;

    private SchemaParser(SchemaInput in) {
        this.in = in;
    }

    static DatabaseSchema parse(JsonReader json) {
        return new SchemaParser(new SchemaInput(json)).database();
    }

    private DatabaseSchema database() {
        in.object(this::databaseMember);
        if (name == null) {
            throw in.problem("expected a member name");
        }
        if (tables == null) {
            throw in.problem("expected a member tables");
        }
        ReferenceCheck.check(tables.values());
        return new DatabaseSchema(name, version, cksum, RootRule.apply(tables));
    }

    private void databaseMember(String member) {
        switch (member) {
            case "name" -> name = SchemaNames.id(in);
            case "version" -> version = version();
            case "cksum" -> cksum = in.string();
            case "tables" -> tables = tables();
            default -> throw in.unknownMember();
        }
    }

    private SchemaVersion version() {
        try {
            return new SchemaVersion(in.string());
        } catch (IllegalArgumentException e) {
            throw in.problem(String.valueOf(e.getMessage()));
        }
    }

    private Map<String, TableSchema> tables() {
        Map<String, TableSchema> parsed = new LinkedHashMap<>();
        in.object(table -> {
            SchemaNames.requireOwn(in, table);
            parsed.put(table, new TableParser(in, table).parse());
        });
        return parsed;
    }
}
