package dev.ovsdb.server.data;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import java.util.UUID;

/**
 * A row as it is at one version of its database. Immutable.
 *
 * <p>The implicit columns are kept apart from the values: the UUID is the key under which the row is found, and
 * {@code _version} is two longs, since it is kept for each row and seldom asked for.
 */
public final class RowImage {
    private final long versionHigh;
    private final long versionLow;
    private final Row row;

    /**
     * @param version the row's {@code _version}
     * @param row every declared column at its index of the table's layout; the implicit columns absent
     */
    public RowImage(UUID version, Row row) {
        this.versionHigh = version.getMostSignificantBits();
        this.versionLow = version.getLeastSignificantBits();
        this.row = row;
    }

    /** The row's {@code _version} (RFC 7047, section 3.2), which is new after each change. */
    public UUID version() {
        return new UUID(versionHigh, versionLow);
    }

    /** The declared columns, each at its index of the table's layout. */
    public Row row() {
        return row;
    }

    /** The value of the declared column at this index of the table's layout. */
    public Datum value(int index) {
        Datum value = row.valueAt(index);
        if (value == null) {
            throw new IllegalArgumentException("no declared column has index " + index);
        }
        return value;
    }
}
