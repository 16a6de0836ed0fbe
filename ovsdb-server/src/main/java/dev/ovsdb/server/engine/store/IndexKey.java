package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.server.data.RowImage;
import java.util.Arrays;
import java.util.Objects;

/** The values of an index's columns in one row. */
final class IndexKey {
    private final Datum[] values;
    private final int hash;

    IndexKey(Datum[] values) {
        this.values = values;
        this.hash = Arrays.hashCode(values);
    }

    /** What {@link #hashCode} would be of the key that the row has at the head. */
    static int hash(int[] columns, TableRow row) {
        RowImage image = Objects.requireNonNull(row.head());
        int hash = 1;
        for (int column : columns) {
            hash = 31 * hash + image.value(column).hashCode();
        }
        return hash;
    }

    /** Whether the row has these values at the head. */
    boolean matches(int[] columns, TableRow row) {
        RowImage image = Objects.requireNonNull(row.head());
        for (int i = 0; i < columns.length; i++) {
            if (!values[i].equals(image.value(columns[i]))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexKey that && hash == that.hash && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
