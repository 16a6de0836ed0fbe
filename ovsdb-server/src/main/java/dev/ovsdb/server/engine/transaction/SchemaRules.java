package dev.ovsdb.server.engine.transaction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ovsdb.protocol.json.NameTable;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.lang.ref.WeakReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schema, with all that operations want to know about it worked out once. Immutable. */
final class SchemaRules {
    /** By identity, for as long as the schema is in use. */
    private static final Cache<DatabaseSchema, SchemaRules> KNOWN =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

    private static volatile @Nullable SchemaRules last;

    final NameTable tableNames;
    private final WeakReference<DatabaseSchema> schema;
    private final TableRules[] tables;

    private SchemaRules(DatabaseSchema schema) {
        this.schema = new WeakReference<>(schema);
        List<TableSchema> all = schema.tables();
        this.tableNames = NameTable.of(all.stream().map(TableSchema::name).toList());
        this.tables = all.stream().map(TableRules::new).toArray(TableRules[]::new);
    }

    /** The rules of a schema; most servers have one, so that the last one is asked for again. */
    static SchemaRules of(DatabaseSchema schema) {
        SchemaRules known = last;
        if (known != null && known.schema.get() == schema) {
            return known;
        }
        SchemaRules rules = KNOWN.get(schema, SchemaRules::new);
        last = rules;
        return rules;
    }

    /** @param table one of the schema's */
    TableRules table(TableSchema table) {
        for (TableRules rules : tables) {
            if (rules.schema == table) {
                return rules;
            }
        }
        throw new IllegalArgumentException(table + " is not of this schema");
    }

    TableRules table(int index) {
        return tables[index];
    }
}
