package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.DatumDelta;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.data.RowImage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Counts the strong references that a transaction adds and removes, from what changed in each value; then deletes rows that
 * nothing refers to and that are of no root table, and what only these referred to. Rows that refer to each other in a circle
 * stay, as in the reference; a row's references to itself do not count.
 */
final class StrongReferences {
    private final StoreTransaction transaction;
    private final List<RowEdit> edits;
    private @Nullable OperationError error;

    StrongReferences(StoreTransaction transaction) {
        this.transaction = transaction;
        this.edits = transaction.edits();
    }

    /** Answers the reference to a row that is not there, or the referred row that was deleted; null if all is well. */
    @Nullable
    OperationError count() {
        countLeniently();
        for (int i = 0; i < edits.size() && error == null; i++) {
            RowEdit edit = edits.get(i);
            if (edit.isDeletion() && edit.references > 0) {
                error = Violations.stillReferenced(edit.row, edit.references);
            }
        }
        return error;
    }

    void countLeniently() {
        int touched = edits.size(); // Those behind are made for their counts only.
        for (int i = 0; i < touched; i++) {
            count(edits.get(i));
        }
    }

    private void count(RowEdit edit) {
        for (ReferenceColumn column : edit.row.table().strong()) {
            if (edit.isInsert()) {
                if (edit.isAlive()) {
                    adjust(edit, column, edit.value(column.column()), 1);
                }
            } else if (edit.differs(column.column())) {
                countChange(edit, column);
            }
        }
    }

    private void countChange(RowEdit edit, ReferenceColumn column) {
        RowImage before = edit.before;
        if (before == null) {
            return;
        }
        Datum old = before.value(column.column());
        if (edit.isAlive()) {
            DatumDelta delta = edit.delta(column.column());
            adjust(edit, column, delta.removed(), -1);
            adjust(edit, column, delta.added(), 1);
        } else {
            adjust(edit, column, old, -1);
        }
    }

    /** Counts the references in a part of the column's value. */
    void adjust(RowEdit source, ReferenceColumn column, Datum part, int by) {
        if (!part.isEmpty()) {
            column.forEach(part, (target, uuid) -> adjust(source, column, target, uuid, by));
        }
    }

    private void adjust(RowEdit source, ReferenceColumn column, TableStore target, UUID uuid, int by) {
        if (uuid.equals(source.row.uuid())) {
            return;
        }
        RowEdit edit = editOf(target, uuid);
        if (edit != null) {
            edit.references += by;
        } else if (by > 0 && error == null) {
            error = Violations.noSuchRow(source.row, column.column(), target, uuid);
        }
    }

    private @Nullable RowEdit editOf(TableStore target, UUID uuid) {
        TableRow row = target.rows().find(uuid);
        return row == null ? null : transaction.edit(row);
    }

    void collectGarbage() {
        Deque<RowEdit> garbage = new ArrayDeque<>(0);
        for (int i = 0; i < edits.size(); i++) {
            addIfGarbage(edits.get(i), garbage);
            while (!garbage.isEmpty()) {
                collect(garbage.pop(), garbage);
            }
        }
    }

    private void collect(RowEdit edit, Deque<RowEdit> garbage) {
        for (ReferenceColumn column : edit.row.table().strong()) {
            column.forEach(edit.value(column.column()), (target, uuid) -> {
                RowEdit referred = uuid.equals(edit.row.uuid()) ? null : editOf(target, uuid);
                if (referred != null) {
                    referred.references--;
                    addIfGarbage(referred, garbage);
                }
            });
        }
        transaction.delete(edit);
    }

    private void addIfGarbage(RowEdit edit, Deque<RowEdit> garbage) {
        if (edit.isAlive() && edit.references == 0 && !edit.row.table().schema().isRoot()) {
            garbage.push(edit);
        }
    }
}
