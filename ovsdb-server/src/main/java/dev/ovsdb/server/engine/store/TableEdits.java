package dev.ovsdb.server.engine.store;

import java.util.ArrayList;
import java.util.List;

/** What a transaction does to one table, beside its edits of rows. */
final class TableEdits {
    private final List<RowEdit> keyed = new ArrayList<>(2);
    private final List<EditedKeys> keys;
    private int growth;

    TableEdits(TableStore table) {
        this.keys = new ArrayList<>(table.indexes().size());
        for (TableIndex index : table.indexes()) {
            keys.add(new EditedKeys(index, keyed));
        }
    }

    /** Notes that the row was inserted, or a value set in one of its columns with an index. */
    void touchedKey(RowEdit edit) {
        if (!keys.isEmpty()) {
            keyed.add(edit);
        }
    }

    /** The edits that may have changed keys, perhaps some more than once. */
    List<RowEdit> log() {
        return keyed;
    }

    EditedKeys keys(int index) {
        return keys.get(index);
    }

    List<EditedKeys> keys() {
        return keys;
    }

    void grew(int rows) {
        growth += rows;
    }

    /** How many rows the table has more than before. */
    int growth() {
        return growth;
    }
}
