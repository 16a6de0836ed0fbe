package dev.ovsdb.idl.store;

import dev.ovsdb.protocol.Row;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole contents. On a store that has some, only what differs makes images, and rows that do not come are deleted: who reads
 * notices real differences only. On an empty one the rows are put in place at once, without a record of what was before.
 */
final class ContentsWrite extends StoreWrite {
    private final int reading;
    private final boolean first;

    ContentsWrite(ReplicaStore store, long version, long sequence, int reading) {
        super(store, version, sequence);
        this.reading = reading;
        this.first = store.isEmpty();
    }

    @Override
    void insert(StoredTable table, UUID uuid, @Nullable RowImage now, Row values) {
        Row complete = table.shape().complete(values);
        if (first) {
            load(table, uuid, complete);
            return;
        }
        if (now == null || !now.values().equals(complete)) {
            put(table, uuid, complete);
        }
        StoredRow row = table.row(uuid);
        if (row != null) {
            row.seenBy = reading;
        }
    }

    private void load(StoredTable table, UUID uuid, Row values) {
        if (table.row(uuid) != null) {
            throw new InconsistentUpdateException(
                    "row " + uuid + " of table " + table.name() + " is twice in the contents");
        }
        StoredRow row = table.make(uuid);
        RowImage image = new RowImage(row, values, sequence, sequence);
        row.load(image);
        added(row, null, image);
    }

    @Override
    public Published publish() {
        if (first) {
            requireUnique();
            for (StoredTable table : store.tables()) {
                table.count().add(version, table.rows().size());
                table.changedAt(sequence);
            }
            return store.publish(version, List.of(), true);
        }
        for (StoredTable table : store.tables()) {
            for (StoredRow row : table.rows()) {
                if (row.seenBy != reading && row.head() != null) {
                    put(table, row.uuid(), null);
                }
            }
        }
        return super.publish();
    }

    @Override
    boolean isAlwaysTold() {
        return true;
    }

    @Override
    public void abandon() {
        if (first) {
            store.clear();
            store.ended();
        } else {
            super.abandon();
        }
    }
}
