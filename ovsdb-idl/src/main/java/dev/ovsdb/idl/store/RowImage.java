package dev.ovsdb.idl.store;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row as one version has it. Immutable. */
public final class RowImage {
    private final StoredRow row;
    private final Row values;
    private final long inserted;
    private final long modified;

    /**
     * @param inserted the replica's sequence number when the row came
     * @param modified and when something changed that its user wants to hear of
     */
    RowImage(StoredRow row, Row values, long inserted, long modified) {
        this.row = row;
        this.values = values;
        this.inserted = inserted;
        this.modified = modified;
    }

    public UUID uuid() {
        return row.uuid();
    }

    public StoredTable table() {
        return row.table();
    }

    StoredRow row() {
        return row;
    }

    /** The monitored columns, each with its value. */
    public Row values() {
        return values;
    }

    /** A column's value; null if it is not monitored. */
    public @Nullable Datum value(String column) {
        return values.find(column);
    }

    /** The replica's sequence number when the row came. */
    public long inserted() {
        return inserted;
    }

    /** The replica's sequence number when the row changed last, silent columns aside. */
    public long modified() {
        return modified;
    }
}
