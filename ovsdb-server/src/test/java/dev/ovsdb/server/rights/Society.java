package dev.ovsdb.server.rights;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A database with roles, as a transaction sees it. */
final class Society implements TransactionRows {
    private static final String SCHEMA = "{'name':'Society','tables':{"
            + "'RBAC_Role':{'columns':{'name':{'type':'string'},'permissions':{'type':{'key':'string',"
            + "'value':{'type':'uuid','refTable':'RBAC_Permission'},'min':0,'max':'unlimited'}}}},"
            + "'RBAC_Permission':{'columns':{'table':{'type':'string'},"
            + "'authorization':{'type':{'key':'string','min':0,'max':'unlimited'}},"
            + "'insert_delete':{'type':'boolean'},"
            + "'update':{'type':{'key':'string','min':0,'max':'unlimited'}}}},"
            + "'Thing':{'columns':{'owner':{'type':'string'},'second':{'type':{'key':'string','min':0,'max':1}},"
            + "'external_ids':{'type':{'key':'string','value':'string','min':0,'max':'unlimited'}},"
            + "'size':{'type':'integer'},'tags':{'type':{'key':'string','min':0,'max':'unlimited'}}}}}}";

    private final DatabaseSchema schema = DatabaseSchema.parse(SCHEMA.replace('\'', '"'));
    private final Map<String, Map<UUID, Row>> rows = new LinkedHashMap<>();
    private int inserted;

    TableSchema table(String name) {
        return schema.requireTable(name);
    }

    UUID insert(String table, String row) {
        UUID uuid = new UUID(0, ++inserted);
        rows.computeIfAbsent(table, none -> new LinkedHashMap<>()).put(uuid, row(table, row));
        return uuid;
    }

    Row row(String table, String row) {
        return table(table)
                .withDefaults(
                        Row.read(JsonReader.of(row.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), table(table)));
    }

    /** Gives a role one permission, for things. */
    void allow(String role, String permission) {
        UUID row = insert("RBAC_Permission", permission);
        insert("RBAC_Role", "{'name':'" + role + "','permissions':['map',[['Thing',['uuid','" + row + "']]]]}");
    }

    @Override
    public DatabaseSchema schema() {
        return schema;
    }

    @Override
    public @Nullable Row find(TableSchema table, UUID uuid) {
        return rows.getOrDefault(table.name(), Map.of()).get(uuid);
    }

    @Override
    public boolean anyMatch(TableSchema table, BiPredicate<UUID, Row> accepts) {
        return rows.getOrDefault(table.name(), Map.of()).entrySet().stream()
                .anyMatch(entry -> accepts.test(entry.getKey(), entry.getValue()));
    }
}
