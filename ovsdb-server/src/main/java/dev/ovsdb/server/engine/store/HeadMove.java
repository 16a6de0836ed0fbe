package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.DatumDelta;
import dev.ovsdb.server.data.RowImage;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a version does to the head: images, indexes, weak back references, numbers of references, sizes. It can be done, undone
 * while nothing newer is there, and at last cut. Indexes and references are of the head only: whoever reads an older version
 * has no use for them.
 */
final class HeadMove {
    static final HeadMove NONE = new HeadMove(List.of(), List.of(), new Totals());

    private final List<RowEdit> changed;
    private final List<RowEdit> touched; // Those, and the rows to which only the number of references changed.
    private final Totals totals;
    private long atoms;
    private long held;
    private int weak;

    HeadMove(List<RowEdit> changed, List<RowEdit> touched, Totals totals) {
        this.changed = changed;
        this.touched = touched;
        this.totals = totals;
    }

    void make(long version) {
        for (RowEdit edit : changed) {
            leaveIndexes(edit.row, edit.before, edit.after());
        }
        for (RowEdit edit : changed) {
            edit.row.push(version, edit.after());
        }
        for (RowEdit edit : changed) {
            arrive(edit.row, edit.before, edit.after());
        }
        for (RowEdit edit : touched) {
            edit.row.references = edit.isAlive() ? edit.references : 0;
        }
        totals.add(atoms, weak);
        totals.superseded(held);
    }

    void undo() {
        for (RowEdit edit : changed) {
            leaveIndexes(edit.row, edit.after(), edit.before);
        }
        for (RowEdit edit : changed) {
            edit.row.pop();
        }
        totals.add(-atoms, -weak);
        for (RowEdit edit : changed) {
            arrive(edit.row, edit.after(), edit.before);
        }
        for (RowEdit edit : touched) {
            edit.row.references = edit.referencesBefore;
        }
    }

    void cut(long horizon) {
        for (RowEdit edit : changed) {
            edit.row.cut(horizon);
        }
    }

    /** About how many bytes of images it superseded. */
    long held() {
        return held;
    }

    private static void leaveIndexes(TableRow row, @Nullable RowImage from, @Nullable RowImage to) {
        List<TableIndex> indexes = row.table().indexes();
        for (int i = 0; from != null && i < indexes.size(); i++) {
            if (to == null || indexes.get(i).differs(from, to)) {
                indexes.get(i).remove(row);
            }
        }
    }

    private void arrive(TableRow row, @Nullable RowImage from, @Nullable RowImage to) {
        List<TableIndex> indexes = row.table().indexes();
        for (int i = 0; to != null && i < indexes.size(); i++) {
            if (from == null || indexes.get(i).differs(from, to)) {
                indexes.get(i).add(row);
            }
        }
        for (ReferenceColumn column : row.table().weak()) {
            moveWeak(row, column, valueOf(from, column), valueOf(to, column));
        }
        row.table().grew((to == null ? 0 : 1) - (from == null ? 0 : 1));
        measure(row.table(), from, to);
    }

    private static @Nullable Datum valueOf(@Nullable RowImage image, ReferenceColumn column) {
        return image == null ? null : image.value(column.column());
    }

    private void moveWeak(TableRow row, ReferenceColumn column, @Nullable Datum from, @Nullable Datum to) {
        if (from == to) {
            return;
        }
        if (from != null && to != null) {
            DatumDelta delta = DatumDelta.between(from, to);
            removeWeak(row, column, delta.removed());
            addWeak(row, column, delta.added());
        } else if (from != null) {
            removeWeak(row, column, from);
        } else {
            addWeak(row, column, Objects.requireNonNull(to));
        }
    }

    private void removeWeak(TableRow row, ReferenceColumn column, Datum part) {
        if (part.isEmpty()) {
            return;
        }
        column.forEach(part, (table, uuid) -> {
            TableRow target = table.rows().find(uuid);
            if (target != null && target != row && target.removeWeakSource(row)) {
                weak--;
            }
        });
    }

    private void addWeak(TableRow row, ReferenceColumn column, Datum part) {
        if (part.isEmpty()) {
            return;
        }
        column.forEach(part, (table, uuid) -> {
            TableRow target = table.rows().find(uuid);
            if (target != null && target != row && target.head() != null) {
                target.addWeakSource(row);
                weak++;
            }
        });
    }

    private void measure(TableStore table, @Nullable RowImage from, @Nullable RowImage to) {
        atoms += Footprint.atoms(table, from, to);
        held += Footprint.superseded(table, from, to);
    }
}
