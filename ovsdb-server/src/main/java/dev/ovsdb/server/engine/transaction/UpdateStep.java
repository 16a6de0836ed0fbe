package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.server.engine.store.TableRow;
import dev.ovsdb.server.rights.RowRights;
import java.util.List;

/** {@code update}: some columns of the rows that match get these values. */
final class UpdateStep extends TableStep {
    private final RowFilter where;
    private final ColumnRules[] columns;
    private final Datum[] values;
    private final boolean named;

    UpdateStep(TableRules table, RowFilter where, List<ColumnRules> columns, List<Datum> values) {
        super(table);
        this.where = where;
        this.columns = columns.toArray(new ColumnRules[0]);
        this.values = values.toArray(new Datum[0]);
        boolean anyNamed = false;
        for (int i = 0; i < this.columns.length; i++) {
            anyNamed |= this.columns[i].holdsUuids && Symbols.occurIn(this.values[i]);
        }
        this.named = anyNamed;
    }

    @Override
    public boolean onlyReads() {
        return false;
    }

    @Override
    public void execute(Run run) {
        Datum[] resolved = named ? resolved(run.symbols()) : values;
        List<TableRow> rows = where.rows(run, store(run));
        RowRights rights = run.rights();
        if (rights != null) {
            run.requireNone(rights.update(run, table.schema, columnNames(), Run.uuids(rows)));
        }
        for (TableRow row : rows) {
            update(run, row, resolved);
        }
        run.requireWritable("update", table);
        run.count(rows.size());
    }

    private void update(Run run, TableRow row, Datum[] resolved) {
        for (int i = 0; i < columns.length; i++) {
            int index = columns[i].index;
            if (!run.transaction().value(row, index).equals(resolved[i])) {
                run.transaction().set(row, index, resolved[i]);
            }
        }
    }

    private Datum[] resolved(Symbols symbols) {
        Datum[] resolved = values.clone();
        for (int i = 0; i < resolved.length; i++) {
            if (columns[i].holdsUuids && Symbols.occurIn(resolved[i])) {
                resolved[i] = symbols.resolve(resolved[i]);
            }
        }
        return resolved;
    }

    private List<String> columnNames() {
        return List.of(columns).stream().map(column -> column.schema.name()).toList();
    }
}
