package dev.ovsdb.cli.client;

import dev.ovsdb.cli.table.Cell;
import dev.ovsdb.cli.table.Table;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.server.text.HashOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Prints updates of monitored tables, a table for each, a line or two for each row that changed. */
abstract class UpdatePrinter {
    private final Invocation invocation;
    private final List<MonitoredTable> tables;

    UpdatePrinter(Invocation invocation, List<MonitoredTable> tables) {
        this.invocation = invocation;
        this.tables = List.copyOf(tables);
    }

    /** For {@code monitor}: changes show the row before, where it differs, and after. */
    static UpdatePrinter oldAndNew(Invocation invocation, List<MonitoredTable> tables) {
        return new OldAndNew(invocation, tables);
    }

    /** For {@code monitor-cond}: changes show differences. */
    static UpdatePrinter differences(Invocation invocation, List<MonitoredTable> tables) {
        return new Differences(invocation, tables);
    }

    /** @param initial whether these are the contents at the start */
    void print(TableUpdatesText updates, boolean initial) {
        for (MonitoredTable monitored : tables) {
            if (updates.mentions(monitored.name())) {
                Map<String, Map<String, Map<String, byte[]>>> rows = updates.rows(monitored.name());
                Table table = table(monitored);
                for (String uuid : HashOrder.of(rows.keySet())) {
                    add(new Change(uuid, Objects.requireNonNull(rows.get(uuid))), initial, table, monitored.columns());
                }
                invocation.print(table);
            }
        }
    }

    private Table table(MonitoredTable monitored) {
        List<String> headings = new ArrayList<>(List.of("row", "action"));
        monitored.columns().forEach(column -> headings.add(column.name()));
        Table table = Table.of(headings).timestamped(invocation.options().timestamp());
        return tables.size() > 1 ? table.captioned(monitored.name()) : table;
    }

    abstract void add(Change change, boolean initial, Table table, List<ColumnSchema> columns);

    /** What happened to one row: each member of its update, by name. */
    record Change(String uuid, Map<String, Map<String, byte[]>> members) {
        boolean has(String member) {
            return members.containsKey(member);
        }

        void addTo(Table table, String member, String action, List<ColumnSchema> columns) {
            addTo(table, uuid, member, action, columns);
        }

        void addTo(Table table, String row, String member, String action, List<ColumnSchema> columns) {
            Map<String, byte[]> values = members.getOrDefault(member, Map.of());
            List<Cell> cells = new ArrayList<>(List.of(Cell.text(row), Cell.text(action)));
            for (ColumnSchema column : columns) {
                byte[] value = values.get(column.name());
                cells.add(value == null ? Cell.EMPTY : Cell.wire(value, column.type()));
            }
            table.add(cells);
        }
    }

    private static final class OldAndNew extends UpdatePrinter {
        OldAndNew(Invocation invocation, List<MonitoredTable> tables) {
            super(invocation, tables);
        }

        @Override
        void add(Change change, boolean initial, Table table, List<ColumnSchema> columns) {
            if (initial) {
                change.addTo(table, "new", "initial", columns);
            } else if (!change.has("old")) {
                change.addTo(table, "new", "insert", columns);
            } else if (!change.has("new")) {
                change.addTo(table, "old", "delete", columns);
            } else {
                change.addTo(table, "old", "old", columns);
                change.addTo(table, "", "new", "new", columns);
            }
        }
    }

    private static final class Differences extends UpdatePrinter {
        private static final List<String> ACTIONS = List.of("delete", "initial", "modify", "insert");

        Differences(Invocation invocation, List<MonitoredTable> tables) {
            super(invocation, tables);
        }

        @Override
        void add(Change change, boolean initial, Table table, List<ColumnSchema> columns) {
            ACTIONS.stream()
                    .filter(change::has)
                    .findFirst()
                    .ifPresent(action -> change.addTo(table, action, action, columns));
        }
    }
}
