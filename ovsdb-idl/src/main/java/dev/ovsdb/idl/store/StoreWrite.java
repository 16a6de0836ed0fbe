package dev.ovsdb.idl.store;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.RowDelta;
import dev.ovsdb.protocol.RowDiff;
import dev.ovsdb.protocol.monitor.RowUpdate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version that is being made, row by row. For one thread. What it puts is seen by nobody before {@link #publish}, and {@link
 * #abandon} leaves no trace.
 */
public class StoreWrite {
    final ReplicaStore store;
    final long version;
    final long sequence;
    private final Map<StoredRow, @Nullable RowImage> before = new LinkedHashMap<>();
    private final List<Suspect> suspects = new ArrayList<>();

    /** A row that may have the same key as another, in an index in which none may. */
    private record Suspect(StoredIndex index, StoredRow row) {}

    StoreWrite(ReplicaStore store, long version, long sequence) {
        this.store = store;
        this.version = version;
        this.sequence = sequence;
    }

    /**
     * Takes in what happened to a row.
     *
     * @throws InconsistentUpdateException if it does not fit
     */
    public void apply(String tableName, UUID uuid, RowUpdate update) {
        StoredTable table = store.table(tableName);
        if (table == null) {
            throw new InconsistentUpdateException("an update of table " + tableName + ", which is not monitored");
        }
        StoredRow row = table.row(uuid);
        RowImage now = row == null ? null : row.head();
        if (update instanceof RowUpdate.Initial initial) {
            insert(table, uuid, now, initial.row());
        } else if (update instanceof RowUpdate.Insert insert) {
            insert(table, uuid, now, insert.row());
        } else if (now == null) {
            throw inconsistent(table, uuid, "is changed and is not there", null);
        } else if (update instanceof RowUpdate.Modify modify) {
            put(table, uuid, modified(now, modify.diff()));
        } else if (update instanceof RowUpdate.Replace replace) {
            put(table, uuid, replaced(now, replace));
        } else {
            put(table, uuid, null);
        }
    }

    void insert(StoredTable table, UUID uuid, @Nullable RowImage now, Row values) {
        if (now != null) {
            throw inconsistent(table, uuid, "is inserted and is there already", null);
        }
        put(table, uuid, table.shape().complete(values));
    }

    private static Row modified(RowImage now, Row diff) {
        StoredTable table = now.table();
        try {
            RowDelta delta = RowDiff.apply(now.values(), diff, table.shape().schema());
            return delta.isEmpty() ? now.values() : delta.after();
        } catch (RuntimeException e) {
            throw inconsistent(table, now.uuid(), "got a difference that does not apply", e);
        }
    }

    private static Row replaced(RowImage now, RowUpdate.Replace replace) {
        StoredTable table = now.table();
        replace.before().forEach((column, value) -> {
            if (!value.equals(now.value(column))) {
                throw inconsistent(table, now.uuid(), "had another " + column + " than the update says", null);
            }
        });
        return table.shape().complete(replace.after());
    }

    private static InconsistentUpdateException inconsistent(
            StoredTable table, UUID uuid, String what, @Nullable Throwable cause) {
        String message = "row " + uuid + " of table " + table.name() + " " + what;
        return cause == null
                ? new InconsistentUpdateException(message)
                : new InconsistentUpdateException(message, cause);
    }

    /** Puts values, or deletes the row. */
    final void put(StoredTable table, UUID uuid, @Nullable Row values) {
        StoredRow row = table.row(uuid);
        if (row == null) {
            row = table.make(uuid);
        }
        RowImage head = row.head();
        boolean again = before.containsKey(row);
        before.putIfAbsent(row, head);
        RowImage first = before.get(row);
        RowImage image = values == null ? null : image(row, first, values);
        row.push(version, image);
        if (image != null) {
            added(row, head, image);
        }
        if (again && head != null) { // It was of this version, and nobody has seen it.
            table.forget(row, head, image);
        }
        table.count().add(version, (image == null ? 0 : 1) - (head == null ? 0 : 1));
    }

    /** Notes an image in the indexes and among the references. */
    final void added(StoredRow row, @Nullable RowImage head, RowImage image) {
        for (StoredIndex index : row.table().indexes()) {
            if (index.added(row, head, image)) {
                suspects.add(new Suspect(index, row));
            }
        }
        store.referrers().added(row, head, image);
    }

    private RowImage image(StoredRow row, @Nullable RowImage first, Row values) {
        if (first == null) {
            return new RowImage(row, values, sequence, sequence);
        }
        boolean told = !row.table().shape().changed(first.values(), values).isEmpty();
        return new RowImage(row, values, first.inserted(), told ? sequence : first.modified());
    }

    /**
     * Makes the version visible, and cuts what nobody sees any more.
     *
     * @throws InconsistentUpdateException if two rows have the same values in the columns of an index of the schema; it is to be
     *     abandoned then
     */
    public Published publish() {
        requireUnique();
        List<StoredChange> changes = changes();
        return store.publish(version, changes, isAlwaysTold() || changes.isEmpty() || anyTold(changes));
    }

    /** Looked at when all has come: within an update values may pass from one row to another. */
    final void requireUnique() {
        for (Suspect suspect : suspects) {
            StoredRow row = suspect.row();
            RowImage image = row.head();
            StoredIndex index = suspect.index();
            StoredRow other = image == null ? null : index.other(row, image);
            if (image != null && other != null) {
                String what = "has " + index.spec().parts() + " = " + index.key(image.values());
                throw inconsistent(row.table(), row.uuid(), what + " as row " + other.uuid() + " has", null);
            }
        }
    }

    /** Whether it gets a sequence number whatever it changes. */
    boolean isAlwaysTold() {
        return false;
    }

    private static boolean anyTold(List<StoredChange> changes) {
        return changes.stream().anyMatch(StoredChange::isTold);
    }

    private List<StoredChange> changes() {
        List<StoredChange> changes = new ArrayList<>(before.size());
        before.forEach((row, old) -> {
            RowImage now = row.head();
            if (old == null && now == null) { // Came and went.
                row.pop(version);
                row.table().dropIfGone(row);
                return;
            }
            List<String> columns =
                    old == null || now == null ? List.of() : row.table().shape().changed(old.values(), now.values());
            changes.add(new StoredChange(row.table(), old, now, columns));
        });
        return changes;
    }

    /** Leaves everything as it was before. */
    public void abandon() {
        before.forEach((row, old) -> {
            RowImage put = row.head();
            row.pop(version);
            row.table().count().pop(version);
            if (put != null) {
                row.table().forget(row, put, old);
            }
            row.table().dropIfGone(row);
        });
        before.clear();
        store.ended();
    }
}
