package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.Datum;
import java.util.Arrays;

/** The values of some columns of a row. Equal values make equal rows. */
final class ProjectedRow {
    private final Datum[] values;
    private final int hash;

    ProjectedRow(Datum[] values) {
        this.values = values;
        this.hash = Arrays.hashCode(values);
    }

    Datum value(int index) {
        return values[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProjectedRow that && hash == that.hash && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
