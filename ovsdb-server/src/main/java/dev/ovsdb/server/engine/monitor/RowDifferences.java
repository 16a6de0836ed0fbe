package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.server.data.RowChange;
import dev.ovsdb.server.data.RowImage;
import java.util.Objects;
import java.util.UUID;

/** Open vSwitch's {@code <row-update2>}: new rows without default values, differences of those that changed. */
enum RowDifferences implements RowForm {
    FORM;

    @Override
    public void appeared(JsonWriter out, TableView view, UUID uuid, RowImage row, int kind) {
        out.name(uuid).beginObject();
        out.name(kind == Selection.INITIAL ? "initial" : "insert").beginObject();
        for (ShownColumn column : view.columns()) {
            if (column.isIn(kind)) {
                Datum value = Values.of(view.table(), uuid, row, column.index);
                if (!column.isDefault(value)) {
                    column.write(out, value);
                }
            }
        }
        out.endObject().endObject();
    }

    @Override
    public void modified(JsonWriter out, TableView view, RowChange change) {
        RowImage before = Objects.requireNonNull(change.before());
        RowImage after = Objects.requireNonNull(change.after());
        out.name(change.uuid()).beginObject().name("modify").beginObject();
        for (ShownColumn column : view.columns()) {
            if (column.isIn(Selection.MODIFY) && Values.differ(view.table(), before, after, column.index)) {
                Datum old = Values.of(view.table(), change.uuid(), before, column.index);
                Datum now = Values.of(view.table(), change.uuid(), after, column.index);
                column.write(out, change.diff(old, now, column.type));
            }
        }
        out.endObject().endObject();
    }

    @Override
    public void gone(JsonWriter out, TableView view, UUID uuid, RowImage row) {
        out.name(uuid).beginObject().name("delete").nullValue().endObject();
    }
}
