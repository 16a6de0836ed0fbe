package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.server.data.RowChange;
import dev.ovsdb.server.data.RowImage;
import java.util.Objects;
import java.util.UUID;

/** RFC 7047's {@code <row-update>}: {@code old} has what changed or is gone, {@code new} the whole row. */
enum WholeRows implements RowForm {
    FORM;

    @Override
    public void appeared(JsonWriter out, TableView view, UUID uuid, RowImage row, int kind) {
        out.name(uuid).beginObject();
        whole(out, "new", view, uuid, row, kind);
        out.endObject();
    }

    @Override
    public void modified(JsonWriter out, TableView view, RowChange change) {
        RowImage before = Objects.requireNonNull(change.before());
        RowImage after = Objects.requireNonNull(change.after());
        out.name(change.uuid()).beginObject();
        whole(out, "new", view, change.uuid(), after, Selection.MODIFY);
        out.name("old").beginObject();
        for (ShownColumn column : view.columns()) {
            if (column.isIn(Selection.MODIFY) && Values.differ(view.table(), before, after, column.index)) {
                column.write(out, Values.of(view.table(), change.uuid(), before, column.index));
            }
        }
        out.endObject().endObject();
    }

    @Override
    public void gone(JsonWriter out, TableView view, UUID uuid, RowImage row) {
        out.name(uuid).beginObject();
        whole(out, "old", view, uuid, row, Selection.DELETE);
        out.endObject();
    }

    private static void whole(JsonWriter out, String name, TableView view, UUID uuid, RowImage row, int kind) {
        out.name(name).beginObject();
        for (ShownColumn column : view.columns()) {
            if (column.isIn(kind)) {
                column.write(out, Values.of(view.table(), uuid, row, column.index));
            }
        }
        out.endObject();
    }
}
