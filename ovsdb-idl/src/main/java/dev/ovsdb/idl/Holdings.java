package dev.ovsdb.idl;

import dev.ovsdb.idl.feed.Wanted;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.idl.store.ReplicaStore;
import dev.ovsdb.idl.store.StoredTable;
import dev.ovsdb.idl.store.TableShape;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The store of a replica, and what its tables and columns are: by the server's schema, and by the one that the program was written for
 * where the server's has not got them. For any thread.
 */
final class Holdings {
    private final ReplicaStore store = new ReplicaStore();
    private final Interest interest;
    private volatile @Nullable DatabaseSchema schema; // The server's.

    Holdings(Interest interest) {
        this.interest = interest;
        interest.expected()
                .ifPresent(expected -> interest.tables()
                        .keySet()
                        .forEach(name -> expected.table(name).ifPresent(this::addMissing)));
    }

    ReplicaStore store() {
        return store;
    }

    /** Takes the server's schema: tables that are new are made, others get their columns. The writer, while nothing is written. */
    void adopt(Wanted wanted) {
        wanted.shapes().forEach((name, shape) -> {
            StoredTable table = store.table(name);
            if (table == null) {
                store.add(shape, Wanted.indexes(interest, shape));
            } else {
                table.reshape(shape);
                table.index(Wanted.indexes(interest, shape));
            }
        });
        for (String name : interest.tables().keySet()) {
            if (store.table(name) == null) {
                addMissing(unknown(name));
            }
        }
        schema = wanted.schema();
    }

    /** A table of which nothing is known; it has a column because every table has. */
    private static TableSchema unknown(String name) {
        return DatabaseSchema.parse("{\"name\":\"none\",\"tables\":{\"" + name
                        + "\":{\"columns\":{\"none\":{\"type\":\"string\"}}}}}")
                .requireTable(name);
    }

    private void addMissing(TableSchema table) {
        TableShape shape = new TableShape(table, List.of(), List.of());
        TableShape full = new TableShape(
                table, table.columns().stream().map(ColumnSchema::name).toList(), List.of());
        store.add(shape, Wanted.indexes(interest, full));
    }

    DatabaseSchema schema() {
        DatabaseSchema known = schema;
        if (known == null) {
            throw new IllegalStateException(
                    "the schema of database " + interest.database() + " is not known yet; wait for live()");
        }
        return known;
    }

    boolean hasTable(String table) {
        DatabaseSchema known = schema;
        return known != null && known.table(table).isPresent();
    }

    boolean hasColumn(String table, String column) {
        DatabaseSchema known = schema;
        return known != null
                && known.table(table).flatMap(found -> found.column(column)).isPresent();
    }

    List<IdlTable> tables(Reading reading) {
        List<IdlTable> tables = new ArrayList<>();
        for (StoredTable table : store.tables()) {
            tables.add(new IdlTable(reading, table));
        }
        return tables;
    }

    IdlTable table(Reading reading, String name) {
        StoredTable table = store.table(name);
        if (table == null) {
            throw new NoSuchElementException("table " + name + " of database " + interest.database()
                    + " is not held, only "
                    + store.tables().stream().map(StoredTable::name).toList());
        }
        return new IdlTable(reading, table);
    }

    /** The default of a column that was asked for and that the server has not got, or had not when the row was read. */
    Optional<Datum> defaultOf(StoredTable table, String column) {
        if (hasColumn(table.name(), column)) {
            return table.shape().monitored().contains(column)
                    ? table.shape().schema().column(column).map(ColumnSchema::defaultDatum)
                    : Optional.empty();
        }
        Optional<Datum> expected = expected(table, column).map(ColumnSchema::defaultDatum);
        boolean asked = interest.tables().containsKey(table.name())
                && interest.tables().get(table.name()).columns().containsKey(column);
        return expected.isPresent() || !asked ? expected : Optional.of(Datum.emptySet());
    }

    private Optional<ColumnSchema> expected(StoredTable table, String column) {
        return interest.expected().flatMap(known -> known.table(table.name())).flatMap(known -> known.column(column));
    }

    ColumnSchema column(StoredTable table, String column) {
        return table.shape()
                .schema()
                .column(column)
                .or(() -> expected(table, column))
                .orElseThrow(() -> new NoSuchElementException("table " + table.name() + " has no column " + column));
    }
}
