package dev.ovsdb.server.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A store of a schema with every kind of rule, and short words for what tests do to it. */
final class Scene {
    static final String SCHEMA = """
            {"name": "Zoo", "version": "1.0.0", "tables": {
              "Cage": {"isRoot": true, "columns": {
                "name": {"type": "string"},
                "row": {"type": "integer"},
                "place": {"type": {"key": "string", "min": 0, "max": 1}},
                "animals": {"type": {"key": {"type": "uuid", "refTable": "Animal"}, "min": 0, "max": "unlimited"}},
                "chief": {"type": {"key": "string", "value": {"type": "uuid", "refTable": "Animal"}, "min": 0, "max": 9}},
                "visitors": {"type": {"key": {"type": "uuid", "refTable": "Animal", "refType": "weak"}, "min": 0,
                  "max": "unlimited"}},
                "status": {"type": "string", "ephemeral": true}},
                "indexes": [["name"], ["row", "place"]]},
              "Animal": {"columns": {
                "kind": {"type": "string"},
                "friend": {"type": {"key": {"type": "uuid", "refTable": "Animal"}, "min": 0, "max": 1}},
                "seen": {"type": {"key": {"type": "uuid", "refTable": "Cage", "refType": "weak"}, "value": "string",
                  "min": 0, "max": "unlimited"}},
                "fears": {"type": {"key": "string", "value": {"type": "uuid", "refTable": "Animal", "refType": "weak"},
                  "min": 0, "max": "unlimited"}}}},
              "Sign": {"isRoot": true, "maxRows": 3, "columns": {
                "cage": {"type": {"key": {"type": "uuid", "refTable": "Cage", "refType": "weak"}, "min": 1, "max": 2}}}}
            }}""";

    final DatabaseStore store = new DatabaseStore(DatabaseSchema.parse(SCHEMA), IdSource.seeded(1));
    final TableStore cages = table("Cage");
    final TableStore animals = table("Animal");
    final TableStore signs = table("Sign");
    private long lastId;

    TableStore table(String name) {
        TableStore table = store.table(name);
        assertThat(table).isNotNull();
        return table;
    }

    /** A row's UUID that reads like a number. */
    static UUID id(long number) {
        return new UUID(0x4000L, 0x8000_0000_0000_0000L | number);
    }

    UUID newId() {
        return id(++lastId);
    }

    static int column(TableStore table, String name) {
        return table.schema().requireColumnIndex(name);
    }

    static @Nullable Datum[] defaults(TableStore table) {
        @Nullable Datum[] values = new Datum[table.schema().layout().size()];
        for (int i = 0; i < table.width(); i++) {
            values[i] = table.schema().columnAt(i).defaultDatum();
        }
        return values;
    }

    /** Inserts a row with these columns: names and values in turn. */
    TableRow insert(StoreTransaction transaction, TableStore table, Object... columns) {
        return insert(transaction, table, newId(), columns);
    }

    static TableRow insert(StoreTransaction transaction, TableStore table, UUID uuid, Object... columns) {
        @Nullable Datum[] values = defaults(table);
        for (int i = 0; i < columns.length; i += 2) {
            values[column(table, (String) columns[i])] = (Datum) columns[i + 1];
        }
        return transaction.insert(table, uuid, values);
    }

    static void set(StoreTransaction transaction, TableRow row, String column, Datum value) {
        transaction.set(row, column(row.table(), column), value);
    }

    /** The value of a column at the head. */
    static Datum value(TableRow row, String column) {
        assertThat(row.head()).isNotNull();
        return row.head().value(column(row.table(), column));
    }

    static Datum refs(TableRow... rows) {
        List<Atom> atoms = new ArrayList<>();
        for (TableRow row : rows) {
            atoms.add(Atom.of(row.uuid()));
        }
        return Datum.set(atoms);
    }

    static Version committed(StoreTransaction transaction) {
        CommitResult result = transaction.commit();
        assertThat(result).isInstanceOf(CommitResult.Committed.class);
        return ((CommitResult.Committed) result).version();
    }

    static OperationError rejected(StoreTransaction transaction) {
        CommitResult result = transaction.commit();
        assertThat(result).isInstanceOf(CommitResult.Rejected.class);
        return ((CommitResult.Rejected) result).error();
    }

    /** Commits and publishes. */
    Version publish(StoreTransaction transaction) {
        Version version = committed(transaction);
        store.publish(version.number());
        return version;
    }
}
