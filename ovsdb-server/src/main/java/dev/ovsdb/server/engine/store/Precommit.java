package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.operation.OperationError;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a transaction between its last operation and its version, in the reference's order. A select inside the
 * transaction sees nothing of it.
 */
final class Precommit {
    private final StoreTransaction transaction;

    Precommit(StoreTransaction transaction) {
        this.transaction = transaction;
    }

    /** Finishes the edits; answers why they cannot be committed, or null. */
    @Nullable
    OperationError run() {
        transaction.edits().forEach(RowEdit::dropNoChange);
        StrongReferences references = new StrongReferences(transaction);
        OperationError error = references.count();
        if (error != null) {
            return error;
        }
        references.collectGarbage();
        error = tooManyRows();
        if (error != null) {
            return error;
        }
        error = new WeakReferences(transaction, references).assess();
        return error != null ? error : new UniqueCheck(transaction).check();
    }

    private @Nullable OperationError tooManyRows() {
        for (TableStore table : transaction.tables()) {
            TableEdits edits = table.edits;
            long rows = table.size() + (edits == null ? 0L : edits.growth());
            if (rows > table.schema().maxRows()) {
                return Violations.tooManyRows(table, rows);
            }
        }
        return null;
    }
}
