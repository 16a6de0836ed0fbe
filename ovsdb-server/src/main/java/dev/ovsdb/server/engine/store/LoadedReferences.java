package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.SetDatum;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.data.RowImage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** References between rows that were just loaded: as {@link StrongReferences} and {@link WeakReferences}, of everything. */
final class LoadedReferences {
    private final List<TableStore> tables;
    private int weakReferences;
    private long atomsLost;
    private @Nullable OperationError error;

    LoadedReferences(List<TableStore> tables) {
        this.tables = tables;
    }

    int weakReferences() {
        return weakReferences;
    }

    /** How many atoms went with rows and weak references that are not kept. */
    long atomsLost() {
        return atomsLost;
    }

    @Nullable
    OperationError countStrong() {
        for (TableStore table : tables) {
            for (ReferenceColumn column : table.strong()) {
                table.forEachHead((row, image) -> column.forEach(
                        image.value(column.column()), (target, uuid) -> count(row, column, target, uuid)));
            }
        }
        return error;
    }

    private void count(TableRow row, ReferenceColumn column, TableStore target, UUID uuid) {
        if (uuid.equals(row.uuid())) {
            return;
        }
        TableRow referred = target.find(uuid);
        if (referred != null) {
            referred.references++;
        } else if (error == null) {
            error = Violations.noSuchRow(row, column.column(), target, uuid);
        }
    }

    void collectGarbage() {
        Deque<TableRow> garbage = new ArrayDeque<>();
        for (TableStore table : tables) {
            if (!table.schema().isRoot()) {
                table.forEachHead((row, image) -> addIfGarbage(row, garbage));
            }
        }
        while (!garbage.isEmpty()) {
            TableRow row = garbage.pop();
            RowImage image = row.head();
            if (image != null) {
                row.unload();
                atomsLost += Footprint.atoms(row.table(), image);
                row.table().strong().forEach(column -> release(row, column, image.value(column.column()), garbage));
            }
        }
    }

    private static void release(TableRow row, ReferenceColumn column, Datum value, Deque<TableRow> garbage) {
        column.forEach(value, (target, uuid) -> {
            TableRow referred = target.find(uuid);
            if (referred != null && !uuid.equals(row.uuid())) {
                referred.references--;
                addIfGarbage(referred, garbage);
            }
        });
    }

    private static void addIfGarbage(TableRow row, Deque<TableRow> garbage) {
        if (row.references == 0 && !row.table().schema().isRoot()) {
            garbage.push(row);
        }
    }

    /** Answers the column that may not lose all of its references, or null. */
    @Nullable
    OperationError linkWeak() {
        for (TableStore table : tables) {
            for (ReferenceColumn column : table.weak()) {
                table.forEachHead((row, image) -> link(row, column, image));
            }
        }
        return error;
    }

    private void link(TableRow row, ReferenceColumn column, RowImage image) {
        Datum value = image.value(column.column());
        Set<Atom> dangling = new LinkedHashSet<>(0);
        column.forEachElement(value, (element, target, uuid) -> {
            if (target.find(uuid) == null) {
                dangling.add(element);
            }
        });
        Datum kept = dangling.isEmpty() ? value : without(row, column, image, value, Datum.set(dangling));
        column.forEach(kept, (target, uuid) -> {
            TableRow referred = target.find(uuid);
            if (referred != null && referred != row) {
                referred.addWeakSource(row);
                weakReferences++;
            }
        });
    }

    private Datum without(TableRow row, ReferenceColumn column, RowImage image, Datum value, SetDatum gone) {
        Datum kept = (value instanceof MapDatum map ? map.remove(gone) : ((SetDatum) value).minus(gone)).after();
        int min = row.table().schema().columnAt(column.column()).type().min();
        if (kept.size() < min && error == null) {
            error = gone.contains(Atom.of(new UUID(0, 0)))
                    ? Violations.emptiedOfDefault(row, column.column())
                    : Violations.emptied(row, column.column(), gone.size(), true);
        }
        @Nullable Datum[] values = row.table().valuesOf(image);
        values[column.column()] = kept;
        RowImage after =
                new RowImage(image.version(), Row.of(row.table().schema().layout(), values));
        row.settle(after);
        atomsLost -= Footprint.atoms(row.table(), image, after);
        return kept;
    }
}
