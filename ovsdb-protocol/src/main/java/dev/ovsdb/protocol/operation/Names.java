package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.json.JsonWriter;
import java.util.List;

/** Lists of column names. */
final class Names {
    private Names() {}

    static void write(JsonWriter writer, String member, List<String> names) {
        writer.name(member).beginArray();
        for (String name : names) {
            writer.value(name);
        }
        writer.endArray();
    }
}
