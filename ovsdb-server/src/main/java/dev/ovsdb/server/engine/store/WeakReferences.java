package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.DatumDelta;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.SetDatum;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.data.RowImage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Removes weak references to rows that the transaction deleted, and those that it put though there is no such row. Rows that
 * refer to a deleted one are found by its back references, so that nothing else is looked at.
 *
 * <p>Where the reference server deletes a row after it has gone through one that refers to it, it forgets the reference there.
 * We do not.
 */
final class WeakReferences {
    private static final UUID ZERO = new UUID(0, 0);

    private final StoreTransaction transaction;
    private final StrongReferences strong;

    WeakReferences(StoreTransaction transaction, StrongReferences strong) {
        this.transaction = transaction;
        this.strong = strong;
    }

    /** Answers the column that may not lose all of its references, or null. */
    @Nullable
    OperationError assess() {
        List<RowEdit> edits = transaction.edits();
        int touched = edits.size(); // Those behind are made here, of rows that are there.
        for (int i = 0; i < touched; i++) {
            RowEdit edit = edits.get(i);
            if (edit.isDeletion()) {
                edit.row.forEachWeakSource(source -> loses(source, edit.row));
            }
        }
        OperationError error = null;
        for (int i = 0; i < edits.size() && error == null; i++) {
            error = assess(edits.get(i));
        }
        return error;
    }

    private void loses(TableRow source, TableRow target) {
        RowEdit edit = transaction.edit(source);
        if (edit != null && edit.isAlive()) {
            edit.loses(target);
        }
    }

    private @Nullable OperationError assess(RowEdit edit) {
        List<ReferenceColumn> columns = edit.row.table().weak();
        if (!edit.isAlive()
                || columns.isEmpty()
                || (!edit.hasValues() && edit.lost().isEmpty())) {
            return null;
        }
        OperationError error = null;
        for (int i = 0; i < columns.size() && error == null; i++) {
            error = assess(edit, columns.get(i));
        }
        return error;
    }

    private @Nullable OperationError assess(RowEdit edit, ReferenceColumn column) {
        Datum value = edit.value(column.column());
        if (value.isEmpty()) {
            return null;
        }
        Set<Atom> gone = new LinkedHashSet<>(0); // Elements, or keys of pairs.
        for (TableRow target : edit.lost()) {
            column.findReferences(value, target.table(), target.uuid(), gone);
        }
        Datum added = added(edit, column, value);
        boolean zero = findDangling(column, added, gone) && edit.isInsert();
        return gone.isEmpty() ? null : remove(edit, column, value, gone, zero);
    }

    private static Datum added(RowEdit edit, ReferenceColumn column, Datum value) {
        RowImage before = edit.before;
        if (before == null || !edit.differs(column.column())) {
            return before == null ? value : Datum.emptySet();
        }
        return edit.delta(column.column()).added();
    }

    /** Adds the elements or keys whose references lead nowhere; answers whether one of them is all zeros. */
    private boolean findDangling(ReferenceColumn column, Datum added, Set<Atom> dangling) {
        if (added.isEmpty()) {
            return false;
        }
        boolean[] zero = new boolean[1];
        column.forEachElement(added, (element, target, uuid) -> {
            if (transaction.find(target, uuid) == null) {
                dangling.add(element);
                zero[0] |= uuid.equals(ZERO);
            }
        });
        return zero[0];
    }

    private @Nullable OperationError remove(
            RowEdit edit, ReferenceColumn column, Datum value, Set<Atom> gone, boolean zero) {
        SetDatum elements = Datum.set(gone);
        DatumDelta delta = value instanceof MapDatum map ? map.remove(elements) : ((SetDatum) value).minus(elements);
        transaction.set(edit, column.column(), delta.after());
        edit.mark();
        for (ReferenceColumn other : edit.row.table().strong()) {
            if (other.column() == column.column()) {
                strong.adjust(edit, other, delta.removed(), -1);
            }
        }
        int min = edit.row.table().schema().columnAt(column.column()).type().min();
        if (delta.after().size() >= min) {
            return null;
        }
        return zero
                ? Violations.emptiedOfDefault(edit.row, column.column())
                : Violations.emptied(edit.row, column.column(), gone.size(), edit.isInsert());
    }
}
