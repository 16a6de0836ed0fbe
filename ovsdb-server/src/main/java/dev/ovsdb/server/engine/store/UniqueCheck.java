package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.operation.OperationError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks that no two rows have the same values in a unique index when all of a transaction is done: rows may swap theirs inside
 * of it. Only rows whose keys may have changed are looked at.
 */
final class UniqueCheck {
    private final StoreTransaction transaction;

    UniqueCheck(StoreTransaction transaction) {
        this.transaction = transaction;
    }

    @Nullable
    OperationError check() {
        OperationError error = null;
        List<TableStore> tables = transaction.tables();
        for (int i = 0; i < tables.size() && error == null; i++) {
            error = check(tables.get(i));
        }
        return error;
    }

    private static @Nullable OperationError check(TableStore table) {
        TableEdits edits = table.edits;
        if (edits == null || edits.log().isEmpty()) {
            return null;
        }
        for (EditedKeys keys : edits.keys()) {
            for (RowEdit edit : edits.log()) {
                TableRow other = edit.isAlive() ? rival(keys, edit) : null;
                if (other != null) {
                    return DuplicateKey.describe(keys.index(), edit.row, other);
                }
            }
        }
        return null;
    }

    /** Another row that has the same key when the transaction is done. */
    private static @Nullable TableRow rival(EditedKeys keys, RowEdit edit) {
        IndexKey key = keys.keyOf(edit);
        TableRow known = keys.index().find(key);
        if (known != null && known != edit.row && keeps(keys, known, key)) {
            return known;
        }
        if (keys.isAlone()) {
            return null;
        }
        for (RowEdit other : keys.find(key)) {
            if (other.row != edit.row) {
                return other.row;
            }
        }
        return null;
    }

    private static boolean keeps(EditedKeys keys, TableRow row, IndexKey key) {
        RowEdit edit = row.edit;
        return edit == null || edit.isAlive() && keys.keyOf(edit).equals(key);
    }
}
