package dev.ovsdb.testkit.simulation;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.RowBuilder;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Rows, and how sets of them differ. */
final class SimRows {
    private SimRows() {}

    /** With the default of each column that is not there. */
    static Row complete(TableSchema table, Row row) {
        RowBuilder builder = Row.builder();
        for (ColumnSchema column : table.columns()) {
            Datum value = row.find(column.name());
            builder.put(column.name(), value != null ? value : column.type().defaultDatum());
        }
        return builder.build();
    }

    /** These columns of the rows that meet a condition. */
    static Map<UUID, Row> of(Map<UUID, Row> rows, Collection<String> columns, Predicate<Row> condition) {
        Map<UUID, Row> chosen = new LinkedHashMap<>();
        rows.forEach((uuid, row) -> {
            if (condition.test(row)) {
                chosen.put(uuid, of(row, columns));
            }
        });
        return chosen;
    }

    static Row of(Row row, Collection<String> columns) {
        RowBuilder builder = Row.builder();
        for (String column : columns) {
            Datum value = row.find(column);
            if (value != null) {
                builder.put(column, value);
            }
        }
        return builder.build();
    }

    static void requireEqual(String who, String table, Map<UUID, Row> expected, Map<UUID, Row> rows) {
        Set<UUID> all = new LinkedHashSet<>(expected.keySet());
        all.addAll(rows.keySet());
        for (UUID uuid : all) {
            Row wanted = expected.get(uuid);
            Row found = rows.get(uuid);
            if (wanted == null || !wanted.equals(found)) {
                throw new Violation(
                        who + " has row " + uuid + " of " + table + " as " + found + ", the server as " + wanted);
            }
        }
    }
}
