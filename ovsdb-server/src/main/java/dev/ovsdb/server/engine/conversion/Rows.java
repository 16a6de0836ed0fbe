package dev.ovsdb.server.engine.conversion;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import org.jspecify.annotations.Nullable;

/** Rows as the store takes them. */
final class Rows {
    private Rows() {}

    static @Nullable Datum[] values(Row row) {
        @Nullable Datum[] values = new Datum[row.layout().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.valueAt(i);
        }
        return values;
    }
}
