package dev.ovsdb.idl.feed;

import dev.ovsdb.idl.interest.ColumnMode;
import dev.ovsdb.idl.interest.IndexSpec;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.idl.interest.TableInterest;
import dev.ovsdb.idl.store.TableShape;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.monitor.MonitorRequest;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an interest comes to on a server of a certain schema. Immutable.
 *
 * @param schema the server's
 * @param shapes of each wanted table that the server has
 * @param requests what to ask for
 * @param missing the tables and columns that are wanted and that the server has not got, as {@code TABLE} or {@code TABLE.COLUMN}
 */
public record Wanted(
        DatabaseSchema schema, Map<String, TableShape> shapes, MonitorRequests requests, List<String> missing) {
    /** What an interest comes to on a server of this schema. */
    public static Wanted of(Interest interest, DatabaseSchema schema) {
        Map<String, TableShape> shapes = new LinkedHashMap<>();
        MonitorRequests.Builder requests = MonitorRequests.builder();
        List<String> missing = new ArrayList<>();
        for (TableInterest table : tables(interest, schema)) {
            Optional<TableSchema> known = schema.table(table.name());
            if (known.isEmpty()) {
                missing.add(table.name());
                continue;
            }
            TableShape shape = shape(table, known.get(), missing);
            shapes.put(table.name(), shape);
            requests.table(
                    table.name(),
                    MonitorRequest.builder()
                            .columns(List.copyOf(shape.monitored()))
                            .whereAny(table.where())
                            .build());
        }
        return new Wanted(schema, shapes, requests.build(), List.copyOf(missing));
    }

    /** Whether the same columns of the same tables are asked for, by whatever conditions. */
    public boolean asksAs(Wanted other) {
        return columns().equals(other.columns());
    }

    private Map<String, Set<String>> columns() {
        Map<String, Set<String>> columns = new LinkedHashMap<>();
        shapes.forEach((table, shape) -> columns.put(table, shape.monitored()));
        return columns;
    }

    /** Those of these conditions that are of tables which the server has. */
    public MonitorConditions known(MonitorConditions conditions) {
        Map<String, List<Condition>> known = new LinkedHashMap<>(conditions.tables());
        known.keySet().retainAll(shapes.keySet());
        return new MonitorConditions(known);
    }

    /** The tables that are wanted, whether the server has them or not. */
    private static List<TableInterest> tables(Interest interest, DatabaseSchema schema) {
        Map<String, TableInterest> tables = new LinkedHashMap<>(interest.tables());
        if (interest.isEveryTable()) {
            for (TableSchema table : schema.tables()) {
                tables.computeIfAbsent(
                        table.name(),
                        name -> TableInterest.of(name).everyColumn().build());
            }
        }
        return List.copyOf(tables.values());
    }

    private static TableShape shape(TableInterest table, TableSchema schema, List<String> missing) {
        List<String> monitored = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (ColumnSchema column : schema.columns()) {
            ColumnMode mode = table.columns().getOrDefault(column.name(), table.othersOrNull());
            if (mode == ColumnMode.MONITORED || mode == ColumnMode.SILENT) {
                monitored.add(column.name());
            }
            if (mode == ColumnMode.SILENT) {
                silent.add(column.name());
            }
        }
        for (String column : table.columns().keySet()) {
            if (schema.column(column).isEmpty()) {
                missing.add(table.name() + "." + column);
            }
        }
        return new TableShape(schema, monitored, silent);
    }

    /** The indexes to keep of a table: those of its schema whose columns are all monitored, and the declared ones. */
    public static List<IndexSpec> indexes(Interest interest, TableShape shape) {
        Map<String, IndexSpec> indexes = new LinkedHashMap<>();
        for (List<String> columns : shape.schema().indexes()) {
            if (shape.monitored().containsAll(columns)) {
                String name = String.join(",", columns);
                indexes.put(name, IndexSpec.of(name, columns.toArray(new String[0])));
            }
        }
        TableInterest table = interest.tables().get(shape.schema().name());
        if (table != null) {
            table.indexes().forEach(index -> indexes.put(index.name(), index));
        }
        return List.copyOf(indexes.values());
    }
}
