package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.DatumDelta;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.server.data.RowChange;
import dev.ovsdb.server.data.RowImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction does to one row: to its values, or only to the number of references to it. Once committed, it is what the
 * version needs in order to be undone or cut.
 */
final class RowEdit {
    final TableRow row;
    final @Nullable RowImage before; // Null if the transaction inserted the row.
    final int referencesBefore;
    final int serial; // Its place among the transaction's edits.
    int references;

    private @Nullable Datum[] values = NONE; // Once set, those of the row as it is now.
    private boolean deleted;
    private boolean marked; // As changed, though the values may be as before.
    private @Nullable UUID version;
    private @Nullable DatumDelta delta; // The last that led here from the image before, if it did in one step.
    private @Nullable List<TableRow> lost; // Deleted rows that it referred to weakly.
    private @Nullable RowImage after;

    private static final @Nullable Datum[] NONE = {};

    /** Of a row that was there before. */
    RowEdit(TableRow row, RowImage before, int serial) {
        this.row = row;
        this.before = before;
        this.referencesBefore = row.references;
        this.references = row.references;
        this.serial = serial;
    }

    /** Of a row that is inserted, with an array of its own as long as the layout. */
    RowEdit(TableRow row, @Nullable Datum[] values, int serial) {
        this.row = row;
        this.before = null;
        this.referencesBefore = 0;
        this.values = values;
        this.serial = serial;
    }

    boolean isAlive() {
        return !deleted;
    }

    boolean isInsert() {
        return before == null;
    }

    /** Whether the row was there before and is not now. */
    boolean isDeletion() {
        return deleted && before != null;
    }

    Datum value(int column) {
        return values == NONE ? Objects.requireNonNull(before).value(column) : Objects.requireNonNull(values[column]);
    }

    void set(int column, Datum value) {
        if (values == NONE) {
            values = row.table().valuesOf(Objects.requireNonNull(before));
        }
        values[column] = value;
    }

    /** Notes how the value that was just set came to be, so that large values need not be compared. */
    void cameBy(int column, DatumDelta change) {
        RowImage old = before;
        if (old != null && change.before() == old.value(column) && !change.isEmpty()) {
            delta = change;
        }
    }

    /** How the value of a column of a row that was there before, and is there now, differs. */
    DatumDelta delta(int column) {
        return DatumDelta.between(Objects.requireNonNull(before).value(column), value(column), delta);
    }

    void delete() {
        deleted = true;
        values = NONE;
    }

    /** Makes it count as changed: the reference does so when it takes away what the same transaction had just put. */
    void mark() {
        marked = true;
    }

    /** Whether a column has another value than before. A row that came or went has changed in all. */
    boolean differs(int column) {
        RowImage old = before;
        if (old == null || deleted) {
            return true;
        }
        return values != NONE && !same(value(column), old.value(column));
    }

    /** Equal values are mostly one object. */
    static boolean same(Datum one, Datum other) {
        return one == other || one.equals(other);
    }

    /** Whether there is something to tell of this row. */
    boolean isChange() {
        return deleted ? before != null : before == null || marked || differsAnywhere();
    }

    private boolean differsAnywhere() {
        for (int column = 0; values != NONE && column < row.table().width(); column++) {
            if (differs(column)) {
                return true;
            }
        }
        return false;
    }

    /** Forgets values that are all as they were before. */
    void dropNoChange() {
        if (before != null && !deleted && !differsAnywhere()) {
            values = NONE;
        }
    }

    boolean hasValues() {
        return values != NONE;
    }

    void loses(TableRow target) {
        List<TableRow> targets = lost;
        if (targets == null) {
            targets = new ArrayList<>(2);
            lost = targets;
        }
        targets.add(target);
    }

    List<TableRow> lost() {
        List<TableRow> targets = lost;
        return targets == null ? List.of() : targets;
    }

    UUID version(Supplier<UUID> ids) {
        UUID known = version;
        if (known == null) {
            known = before == null ? ids.get() : before.version();
            version = known;
        }
        return known;
    }

    Row toRow() {
        RowImage old = before;
        return values == NONE && old != null
                ? old.row()
                : Row.of(row.table().schema().layout(), values);
    }

    /** Ends the edit of a row that changed: it will be like this. */
    RowChange finish(Supplier<UUID> ids) {
        if (!deleted) {
            after = new RowImage(before == null ? version(ids) : ids.get(), toRow());
        }
        values = NONE;
        lost = null;
        RowChange change = new RowChange(row.table().schema(), row.uuid(), before, after, deleted ? null : delta);
        delta = null;
        return change;
    }

    /** Ends the edit of a row that becomes this image, which was made elsewhere. */
    RowChange finishAs(@Nullable RowImage image) {
        after = image;
        values = NONE;
        return new RowChange(row.table().schema(), row.uuid(), before, image);
    }

    /** The row as the finished edit left it, null if deleted. */
    @Nullable
    RowImage after() {
        return after;
    }
}
