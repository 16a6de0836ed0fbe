package dev.ovsdb.protocol.monitor;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;

/**
 * Which kinds of updates a monitor wants: RFC 7047's {@code <monitor-select>}. On the wire each member defaults to true.
 *
 * @param initial the rows that are there when the monitor begins
 */
public record MonitorSelect(boolean initial, boolean insert, boolean delete, boolean modify) {
    /** Every kind. */
    public static final MonitorSelect ALL = new MonitorSelect(true, true, true, true);

    /** The rows that are there, and no changes. */
    public static final MonitorSelect INITIAL_ONLY = new MonitorSelect(true, false, false, false);

    /** Changes only. */
    public static final MonitorSelect CHANGES_ONLY = new MonitorSelect(false, true, true, true);

    void write(JsonWriter writer) {
        writer.beginObject();
        member(writer, "initial", initial);
        member(writer, "insert", insert);
        member(writer, "delete", delete);
        member(writer, "modify", modify);
        writer.endObject();
    }

    private static void member(JsonWriter writer, String name, boolean wanted) {
        if (!wanted) {
            writer.name(name).value(false);
        }
    }

    static MonitorSelect read(JsonReader reader) {
        boolean initial = true;
        boolean insert = true;
        boolean delete = true;
        boolean modify = true;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.nextName()) {
                case "initial" -> initial = reader.nextBoolean();
                case "insert" -> insert = reader.nextBoolean();
                case "delete" -> delete = reader.nextBoolean();
                case "modify" -> modify = reader.nextBoolean();
                default ->
                    throw MonitorRequestCodec.unknownMember(reader, "a select", "initial, insert, delete or modify");
            }
        }
        reader.endObject();
        return new MonitorSelect(initial, insert, delete, modify);
    }
}
