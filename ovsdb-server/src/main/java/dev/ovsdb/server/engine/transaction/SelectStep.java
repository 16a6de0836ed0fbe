package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.server.engine.store.TableRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code select}: the rows that match. Without {@code _uuid} among the columns, rows that look the same come once. */
final class SelectStep extends TableStep {
    private final RowFilter where;
    private final Projection columns;
    private final @Nullable Projection sort;
    private final boolean distinct;

    SelectStep(TableRules table, RowFilter where, Projection columns, @Nullable Projection sort) {
        super(table);
        this.where = where;
        this.columns = columns;
        this.sort = sort;
        this.distinct = !columns.tellsRowsApart();
    }

    @Override
    public void execute(Run run) {
        List<TableRow> rows = where.rows(run, store(run));
        if (rows.size() > 1) {
            rows = arranged(run, rows);
        }
        JsonWriter out = run.out();
        out.beginObject().name("rows").beginArray();
        for (int i = 0; i < rows.size(); i++) {
            columns.write(run, rows.get(i), out);
        }
        out.endArray().endObject();
    }

    private List<TableRow> arranged(Run run, List<TableRow> rows) {
        List<TableRow> arranged = distinct ? columns.distinct(run, rows) : rows;
        if (sort == null) {
            return arranged;
        }
        List<TableRow> sorted = new ArrayList<>(arranged);
        sorted.sort(sort.order(run));
        return sorted;
    }
}
