package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.server.data.RowImage;
import dev.ovsdb.server.engine.store.Pin;
import dev.ovsdb.server.engine.store.RowCursor;
import dev.ovsdb.server.engine.store.StoreTransaction;
import dev.ovsdb.server.engine.store.TableRow;
import dev.ovsdb.server.engine.store.TableStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code select}: the rows that match. Without {@code _uuid} among the columns, rows that look the same come once.
 *
 * <p>What is large leaves the lane (see {@link LaneShare}): in a transaction that only reads, going through a large table; in
 * any transaction, writing more rows than a result has room for.
 */
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
        TableStore store = store(run);
        JsonWriter out = run.out();
        if (run.onlyReads() && store.size() > run.share().rows() && where.goesThrough(store)) {
            RowFilter filter = where.withoutNames(run);
            out.beginObject().name("rows").beginArray();
            run.result().later(table, columns, run.store(), pin -> search(pin, filter));
        } else {
            List<TableRow> rows = arranged(run.values(), where.rows(run, store));
            out.beginObject().name("rows").beginArray();
            write(run, rows);
        }
        out.endArray().endObject();
    }

    private void write(Run run, List<TableRow> rows) {
        int bytes = run.share().bytes();
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0 && run.result().size() >= bytes) {
                List<FoundRow> rest = found(run.transaction(), rows.subList(i, rows.size()));
                run.result().later(table, columns, run.store(), rest, false);
                return;
            }
            columns.write(run.values(), rows.get(i), run.out());
        }
    }

    /** Keeps rows as they are now. */
    private static List<FoundRow> found(StoreTransaction transaction, List<TableRow> rows) {
        List<FoundRow> found = new ArrayList<>(rows.size());
        for (TableRow row : rows) {
            found.add(new FoundRow(row.uuid(), new RowImage(transaction.version(row), transaction.row(row))));
        }
        return found;
    }

    /** By a reader. */
    private List<FoundRow> search(Pin pin, RowFilter filter) {
        RowValues<FoundRow> values = FoundRow.values(table);
        List<FoundRow> found = new ArrayList<>();
        RowCursor cursor = pin.rows(table.schema);
        while (cursor.next()) {
            FoundRow row = new FoundRow(cursor.uuid(), cursor.image());
            if (filter.matches(values, row)) {
                found.add(row);
            }
        }
        return arranged(values, found);
    }

    private <R> List<R> arranged(RowValues<R> values, List<R> rows) {
        if (rows.size() < 2) {
            return rows;
        }
        List<R> arranged = distinct ? columns.distinct(values, rows) : rows;
        if (sort == null) {
            return arranged;
        }
        List<R> sorted = new ArrayList<>(arranged);
        sorted.sort(sort.order(values));
        return sorted;
    }
}
