package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.server.engine.store.TableStore;
import java.util.Set;

/** An operation on one table. */
abstract class TableStep implements Step {
    final TableRules table;

    TableStep(TableRules table) {
        this.table = table;
    }

    final TableStore store(Run run) {
        return run.table(table);
    }

    @Override
    public final void addTables(Run run, Set<TableStore> tables) {
        tables.add(store(run));
    }
}
