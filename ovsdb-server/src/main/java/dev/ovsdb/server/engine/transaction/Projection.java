package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.json.JsonWriter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The columns that a select or a wait looks at. */
final class Projection {
    private final TableRules table;
    private final int[] columns;
    private final String[] names;

    private Projection(TableRules table, int[] columns) {
        this.table = table;
        this.columns = columns;
        this.names = IntStream.of(columns)
                .mapToObj(column -> table.column(column).schema.name())
                .toArray(String[]::new);
    }

    static Projection of(TableRules table, int[] columns) {
        return new Projection(table, columns);
    }

    /** All columns, also the implicit ones. */
    static Projection ofAll(TableRules table) {
        return new Projection(table, IntStream.range(0, table.declared + 2).toArray());
    }

    /** Whether no two rows are equal in these columns. */
    boolean tellsRowsApart() {
        return IntStream.of(columns).anyMatch(table::isUuid);
    }

    <R> ProjectedRow of(RowValues<R> from, R row) {
        Datum[] values = new Datum[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = from.value(row, columns[i]);
        }
        return new ProjectedRow(values);
    }

    /** @param row a value for each column of the layout */
    ProjectedRow of(Datum[] row) {
        Datum[] values = new Datum[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = row[columns[i]];
        }
        return new ProjectedRow(values);
    }

    <R> void write(RowValues<R> from, R row, JsonWriter out) {
        out.beginObject();
        for (int i = 0; i < columns.length; i++) {
            out.name(names[i]);
            from.value(row, columns[i]).write(out);
        }
        out.endObject();
    }

    /** The order of rows by these columns, the first one first. */
    <R> Comparator<R> order(RowValues<R> from) {
        return (left, right) -> {
            for (int column : columns) {
                int order = DatumOrder.compare(from.value(left, column), from.value(right, column));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    /** Of rows that are equal in these columns the first one. */
    <R> List<R> distinct(RowValues<R> from, List<R> rows) {
        Set<ProjectedRow> seen = new HashSet<>();
        return rows.stream().filter(row -> seen.add(of(from, row))).toList();
    }
}
