package dev.ovsdb.protocol.monitor;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.RowFormat;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.json.NameTable;
import org.jspecify.annotations.Nullable;

/** {@code <row-update>} and {@code <row-update2>} on the wire. */
final class RowUpdateCodec {
    private static final NameTable V1_MEMBERS = NameTable.of("old", "new");
    private static final NameTable V2_MEMBERS = NameTable.of("initial", "insert", "modify", "delete");

    private RowUpdateCodec() {}

    static RowUpdate read(JsonReader reader, RowFormat format, UpdatesMessage message) {
        return message.notation() == UpdateNotation.V1
                ? readV1(reader, format, message.isInitial())
                : readV2(reader, format);
    }

    private static RowUpdate readV1(JsonReader reader, RowFormat format, boolean initial) {
        Row before = null;
        Row after = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.nextNameIn(V1_MEMBERS)) {
                case 0 -> before = format.read(reader);
                case 1 -> after = format.read(reader);
                default -> throw MonitorRequestCodec.unknownMember(reader, "a row update", "old or new");
            }
        }
        reader.endObject();
        if (after == null) {
            if (before == null) {
                throw reader.expected("old or new in a row update before this place");
            }
            return new RowUpdate.Delete(before);
        }
        if (before != null) {
            return new RowUpdate.Replace(before, after);
        }
        return initial ? new RowUpdate.Initial(after) : new RowUpdate.Insert(after);
    }

    private static RowUpdate readV2(JsonReader reader, RowFormat format) {
        RowUpdate update = null;
        reader.beginObject();
        while (reader.hasNext()) {
            int member = reader.nextNameIn(V2_MEMBERS, -1);
            if (update != null || member < 0) {
                throw MonitorRequestCodec.unknownMember(
                        reader, "a row update", "only one of initial, insert, modify or delete");
            }
            update = switch (member) {
                case 0 -> new RowUpdate.Initial(format.read(reader));
                case 1 -> new RowUpdate.Insert(format.read(reader));
                case 2 -> new RowUpdate.Modify(format.readDiff(reader));
                default -> new RowUpdate.Delete(readDeleted(reader, format));
            };
        }
        reader.endObject();
        if (update == null) {
            throw reader.expected("initial, insert, modify or delete in a row update before this place");
        }
        return update;
    }

    /** Always null in practice; the manual's type for it is a row. */
    private static @Nullable Row readDeleted(JsonReader reader, RowFormat format) {
        if (reader.peek() == JsonToken.BEGIN_OBJECT) {
            return format.read(reader);
        }
        reader.nextNull();
        return null;
    }

    static void write(JsonWriter writer, RowUpdate update, UpdateNotation notation) {
        writer.beginObject();
        if (notation == UpdateNotation.V1) {
            writeV1(writer, update);
        } else {
            writeV2(writer, update);
        }
        writer.endObject();
    }

    private static void writeV1(JsonWriter writer, RowUpdate update) {
        if (update instanceof RowUpdate.Initial initial) {
            member(writer, "new", initial.row());
        } else if (update instanceof RowUpdate.Insert insert) {
            member(writer, "new", insert.row());
        } else if (update instanceof RowUpdate.Replace replace) {
            member(writer, "old", replace.before());
            member(writer, "new", replace.after());
        } else if (update instanceof RowUpdate.Delete delete && delete.rowOrNull() != null) {
            member(writer, "old", delete.rowOrNull());
        } else {
            throw new IllegalArgumentException("<table-updates> needs whole rows and cannot say " + update);
        }
    }

    private static void writeV2(JsonWriter writer, RowUpdate update) {
        if (update instanceof RowUpdate.Initial initial) {
            member(writer, "initial", initial.row());
        } else if (update instanceof RowUpdate.Insert insert) {
            member(writer, "insert", insert.row());
        } else if (update instanceof RowUpdate.Modify modify) {
            member(writer, "modify", modify.diff());
        } else if (update instanceof RowUpdate.Delete) {
            writer.name("delete").nullValue();
        } else {
            throw new IllegalArgumentException("<table-updates2> needs differences and cannot say " + update);
        }
    }

    private static void member(JsonWriter writer, String name, Row row) {
        writer.name(name);
        row.write(writer);
    }
}
