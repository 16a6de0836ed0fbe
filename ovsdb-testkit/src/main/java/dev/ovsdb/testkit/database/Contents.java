package dev.ovsdb.testkit.database;

import dev.ovsdb.idl.IdlRow;
import dev.ovsdb.idl.IdlTable;
import dev.ovsdb.idl.Replica;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What some tables of a database held at one moment. Immutable.
 *
 * @param database its name
 * @param schema its schema at that moment
 * @param tables the rows of each table that was read, each with its {@code _uuid}
 */
public record Contents(String database, DatabaseSchema schema, Map<String, List<Row>> tables) {
    public Contents {
        Map<String, List<Row>> copy = new LinkedHashMap<>();
        tables.forEach((table, rows) -> copy.put(table, List.copyOf(rows)));
        tables = Collections.unmodifiableMap(copy);
    }

    /** What a replica holds; take a {@link dev.ovsdb.idl.View} of one that goes on meanwhile. */
    public static Contents of(Replica replica) {
        return of(replica, replica.tables());
    }

    /**
     * What a replica holds of one table.
     *
     * @throws java.util.NoSuchElementException if the table is not held; says which are
     */
    public static Contents of(Replica replica, String table) {
        return of(replica, List.of(replica.table(table)));
    }

    private static Contents of(Replica replica, List<IdlTable> held) {
        Map<String, List<Row>> tables = new LinkedHashMap<>();
        for (IdlTable table : held) {
            if (!replica.hasTable(table.name())) continue;
            List<Row> rows = new ArrayList<>();
            table.forEach(row -> rows.add(withUuid(row)));
            tables.put(table.name(), rows);
        }
        DatabaseSchema schema = replica.schema();
        return new Contents(schema.name(), schema, tables);
    }

    private static Row withUuid(IdlRow row) {
        return Row.builder().put("_uuid", row.uuid()).putAll(row.values()).build();
    }

    /**
     * The rows of a table, in no order.
     *
     * @throws java.util.NoSuchElementException if the database has no such table; says which there are
     * @throws IllegalArgumentException if the table was not read
     */
    public List<Row> rows(String table) {
        schema.requireTable(table);
        List<Row> rows = tables.get(table);
        if (rows == null)
            throw new IllegalArgumentException("table " + table + " is not held, only " + tables.keySet());
        return rows;
    }

    /** A table as text, for people; long ones are cut. */
    public String text(String table) {
        return TableText.of(schema.requireTable(table), rows(table));
    }

    /** All tables that have rows as text, for people, and the names of those that have none. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>(List.of("Database " + database + ":"));
        tables.forEach((table, rows) -> {
            if (!rows.isEmpty()) parts.add(text(table));
        });
        String empty =
                tables.keySet().stream().filter(table -> rows(table).isEmpty()).collect(Collectors.joining(", "));
        if (!empty.isEmpty()) parts.add("Without rows: " + empty);
        return String.join("\n\n", parts);
    }
}
