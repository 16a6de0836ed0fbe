package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.monitor.UpdateNotation;
import dev.ovsdb.server.data.RowChange;
import dev.ovsdb.server.data.RowImage;
import java.util.UUID;

/** How one row is written in updates: {@code <row-update>} or {@code <row-update2>}, name and value. */
interface RowForm {
    /** A row that comes, of the kind {@link Selection#INITIAL} or {@link Selection#INSERT}. */
    void appeared(JsonWriter out, TableView view, UUID uuid, RowImage row, int kind);

    /** A row that changed. */
    void modified(JsonWriter out, TableView view, RowChange change);

    /** A row that goes. */
    void gone(JsonWriter out, TableView view, UUID uuid, RowImage row);

    static RowForm of(UpdateNotation notation) {
        return switch (notation) {
            case V1 -> WholeRows.FORM;
            case V2 -> RowDifferences.FORM;
        };
    }
}
