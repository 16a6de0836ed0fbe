package dev.ovsdb.server.engine.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys that rows of one table have in one index after what a transaction did to them so far, found without going through
 * all of its edits. Reads a log of edits only when asked, and only what is new in it; an entry may be out of date and is
 * compared with the row.
 */
final class EditedKeys {
    private final TableIndex index;
    private final List<RowEdit> log;
    private final Map<IndexKey, List<RowEdit>> byKey = new HashMap<>();
    private int read;

    EditedKeys(TableIndex index, List<RowEdit> log) {
        this.index = index;
        this.log = log;
    }

    TableIndex index() {
        return index;
    }

    /** Whether no more than one row may have changed its key. */
    boolean isAlone() {
        return log.size() <= 1;
    }

    /** The edited rows that have this key now, each once. */
    List<RowEdit> find(IndexKey key) {
        catchUp();
        List<RowEdit> found = new ArrayList<>(1);
        for (RowEdit edit : byKey.getOrDefault(key, List.of())) {
            if (edit.isAlive() && keyOf(edit).equals(key) && !found.contains(edit)) {
                found.add(edit);
            }
        }
        return found;
    }

    IndexKey keyOf(RowEdit edit) {
        return index.key(edit::value);
    }

    private void catchUp() {
        for (; read < log.size(); read++) {
            RowEdit edit = log.get(read);
            if (edit.isAlive()) {
                byKey.computeIfAbsent(keyOf(edit), key -> new ArrayList<>(1)).add(edit);
            }
        }
    }
}
