package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.server.data.RowImage;
import java.util.UUID;

/** A row as it was when it was found. Immutable, so that it can be written at any time and by any thread. */
record FoundRow(UUID uuid, RowImage image) {
    static RowValues<FoundRow> values(TableRules table) {
        int declared = table.declared;
        return (row, column) -> {
            if (column < declared) {
                return row.image.value(column);
            }
            return Datum.of(table.isUuid(column) ? row.uuid : row.image.version());
        };
    }
}
