package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.server.engine.store.TableRow;
import dev.ovsdb.server.rights.RowRights;
import java.util.ArrayList;
import java.util.List;

/** {@code mutate}: some columns of the rows that match are changed in place. */
final class MutateStep extends TableStep {
    private final RowFilter where;
    private final List<CompiledMutation> mutations;
    private final boolean named;

    MutateStep(TableRules table, RowFilter where, List<CompiledMutation> mutations) {
        super(table);
        this.where = where;
        this.mutations = List.copyOf(mutations);
        this.named = anyNamed(this.mutations);
    }

    private static boolean anyNamed(List<CompiledMutation> mutations) {
        for (int i = 0; i < mutations.size(); i++) {
            if (mutations.get(i).named()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean onlyReads() {
        return false;
    }

    @Override
    public void execute(Run run) {
        List<CompiledMutation> resolved = named ? resolved(run.symbols()) : mutations;
        List<TableRow> rows = where.rows(run, store(run));
        RowRights rights = run.rights();
        if (rights != null) {
            run.requireNone(rights.mutate(run, table.schema, columnNames(), Run.uuids(rows)));
        }
        for (int i = 0; i < rows.size(); i++) {
            mutate(run, rows.get(i), resolved);
        }
        run.requireWritable("mutate", table);
        run.count(rows.size());
    }

    private static void mutate(Run run, TableRow row, List<CompiledMutation> resolved) {
        for (int i = 0; i < resolved.size(); i++) {
            resolved.get(i).apply(run.transaction(), row);
        }
    }

    private List<CompiledMutation> resolved(Symbols symbols) {
        List<CompiledMutation> resolved = new ArrayList<>(mutations.size());
        for (int i = 0; i < mutations.size(); i++) {
            resolved.add(mutations.get(i).resolved(symbols));
        }
        return resolved;
    }

    private List<String> columnNames() {
        return mutations.stream()
                .map(mutation -> mutation.column().schema.name())
                .toList();
    }
}
