package dev.ovsdb.cli.table;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Atom.UuidAtom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.server.text.JsonPrinter;

/**
 * Values as parts of JSON output. A real stays one here even where it is integral: 1e+17 does not become an integer of 18
 * digits, as it would if the text were read again.
 */
final class DatumJson {
    private DatumJson() {}

    static void print(Datum value, JsonPrinter out) {
        if (value instanceof MapDatum map) {
            begin("map", out);
            map.forEach((key, mapped) -> {
                out.element();
                pair(key, mapped, out);
            });
        } else if (value.size() == 1) {
            print(value.atoms().get(0), out);
            return;
        } else {
            begin("set", out);
            value.atoms().forEach(atom -> {
                out.element();
                print(atom, out);
            });
        }
        out.endArray();
        out.endArray();
    }

    private static void begin(String tag, JsonPrinter out) {
        out.beginArray();
        out.element();
        out.leaf('"' + tag + '"');
        out.element();
        out.beginArray();
    }

    private static void pair(Atom key, Atom mapped, JsonPrinter out) {
        out.beginArray();
        out.element();
        print(key, out);
        out.element();
        print(mapped, out);
        out.endArray();
    }

    private static void print(Atom atom, JsonPrinter out) {
        if (atom instanceof UuidAtom uuid) {
            out.beginArray();
            out.element();
            out.leaf("\"uuid\"");
            out.element();
            out.leaf('"' + uuid.value().toString() + '"');
            out.endArray();
            return;
        }
        JsonWriter text = new JsonWriter();
        atom.write(text);
        out.leaf(text.toString());
    }
}
