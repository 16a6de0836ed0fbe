package dev.ovsdb.server.engine;

import dev.ovsdb.server.engine.database.DatabaseInstance;
import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.store.TableStore;

/** Counts what a database holds, as the reference's {@code memory/show} does. */
final class Figures {
    private Figures() {}

    static DatabaseFigures of(ServedDatabase database) {
        DatabaseInstance instance = database.instance();
        long cells = 0;
        for (TableStore table : instance.store().tables()) {
            cells += (long) table.size() * table.schema().layout().size();
        }
        return new DatabaseFigures(
                instance.store().rows(),
                cells,
                instance.store().atoms(),
                instance.store().weakReferences(),
                instance.hub().historyTransactions(),
                instance.hub().historyAtoms(),
                database.blocked().count(),
                database.watchers().count(),
                instance.hub().waitingSteps(),
                instance.hub().waitingRows());
    }
}
