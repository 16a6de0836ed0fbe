package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.server.engine.store.TableRow;
import dev.ovsdb.server.rights.RowRights;
import java.util.List;

/** {@code delete}: the rows that match go. */
final class DeleteStep extends TableStep {
    private final RowFilter where;

    DeleteStep(TableRules table, RowFilter where) {
        super(table);
        this.where = where;
    }

    @Override
    public boolean onlyReads() {
        return false;
    }

    @Override
    public void execute(Run run) {
        List<TableRow> rows = where.rows(run, store(run));
        RowRights rights = run.rights();
        if (rights != null) {
            run.requireNone(rights.delete(run, table.schema, Run.uuids(rows)));
        }
        for (TableRow row : rows) {
            run.transaction().delete(row);
        }
        run.requireWritable("delete", table);
        run.count(rows.size());
    }
}
