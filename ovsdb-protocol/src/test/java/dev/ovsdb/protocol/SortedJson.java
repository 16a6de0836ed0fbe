package dev.ovsdb.protocol;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.json.JsonWriter;
import java.util.Map;
import java.util.TreeMap;

/** Copies JSON with the members of objects sorted by name, so that texts can be compared. */
final class SortedJson {
    private SortedJson() {}

    static void copy(JsonReader in, JsonWriter out) {
        JsonToken next = in.peek();
        if (next == JsonToken.BEGIN_OBJECT) {
            object(in, out);
        } else if (next == JsonToken.BEGIN_ARRAY) {
            in.beginArray();
            out.beginArray();
            while (in.hasNext()) {
                copy(in, out);
            }
            in.endArray();
            out.endArray();
        } else {
            out.raw(in.rawValue());
        }
    }

    private static void object(JsonReader in, JsonWriter out) {
        Map<String, byte[]> members = new TreeMap<>();
        in.beginObject();
        while (in.hasNext()) {
            members.put(in.nextName(), in.rawValue());
        }
        in.endObject();
        out.beginObject();
        members.forEach((name, value) -> copy(JsonReader.of(value), out.name(name)));
        out.endObject();
    }
}
