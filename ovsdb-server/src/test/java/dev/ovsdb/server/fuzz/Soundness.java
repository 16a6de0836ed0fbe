package dev.ovsdb.server.fuzz;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.engine.DatabaseView;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What holds of a database between transactions, whatever they were (RFC 7047, sections 3.2 and 4.1.3), worked out from its rows. */
final class Soundness {
    private final DatabaseSchema schema;
    private final Map<String, Map<UUID, Row>> tables = new LinkedHashMap<>();
    private final Set<UUID> held = new HashSet<>(); // By strong references.

    private Soundness(DatabaseView view) {
        schema = view.schema();
        for (TableSchema table : schema.tables()) {
            Map<UUID, Row> rows = new LinkedHashMap<>();
            view.forEach(table.name(), rows::put);
            tables.put(table.name(), rows);
        }
    }

    static void check(DatabaseView view) {
        Soundness database = new Soundness(view);
        database.tables.forEach((table, rows) -> database.table(database.schema.requireTable(table), rows));
        database.nothingIsHeldByNobody();
    }

    private void table(TableSchema table, Map<UUID, Row> rows) {
        require(rows.size() <= table.maxRows(), table.name(), "more rows than maxRows");
        rows.forEach((uuid, row) ->
                table.columns().forEach(column -> column(column, uuid, row.require(column.name()))));
        for (List<String> index : table.indexes()) {
            Set<List<Datum>> keys = new HashSet<>();
            rows.values()
                    .forEach(row -> require(
                            keys.add(index.stream().map(row::require).toList()),
                            table.name(),
                            "two rows of one key " + index));
        }
    }

    private void column(ColumnSchema column, UUID row, Datum value) {
        column.check(value);
        int size = value.size();
        require(size >= column.type().min() && size <= column.type().max(), column.name(), value);
        if (value instanceof MapDatum map) {
            map.forEach((key, mapped) -> {
                reference(column, row, column.type().key(), key);
                reference(column, row, column.type().requireValue(), mapped);
            });
        } else {
            value.atoms().forEach(atom -> reference(column, row, column.type().key(), atom));
        }
    }

    private void reference(ColumnSchema column, UUID row, BaseType type, Atom atom) {
        type.refTable().ifPresent(target -> {
            UUID uuid = ((Atom.UuidAtom) atom).value();
            if (uuid.equals(row) && type.isStrongReference()) {
                return; // As in the reference server a row's own UUID does not count, even in a column about another
                // table.
            }
            require(tables.get(target).containsKey(uuid), column.toString(), "a reference to nothing: " + uuid);
            if (type.isStrongReference()) {
                held.add(uuid);
            }
        });
    }

    private void nothingIsHeldByNobody() {
        for (TableSchema table : schema.tables()) {
            if (!table.isRoot()) {
                tables.get(table.name())
                        .keySet()
                        .forEach(uuid -> require(held.contains(uuid), table.name(), "a row that nobody refers to"));
            }
        }
    }

    private static void require(boolean condition, String place, Object problem) {
        if (!condition) {
            throw new AssertionError(place + ": " + problem);
        }
    }
}
