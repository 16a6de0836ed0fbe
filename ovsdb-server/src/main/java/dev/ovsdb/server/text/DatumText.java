package dev.ovsdb.server.text;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Atom.StringAtom;
import dev.ovsdb.protocol.Atom.UuidAtom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.schema.ColumnType;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Values as text: as {@code --data=string} and {@code --data=bare} print them, and as messages show them. */
public final class DatumText {
    /** What the reading side takes for a word; anything else, and what it would take for another type, needs quotes. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private DatumText() {}

    /** For people, and understood again by {@code ovs-vsctl}: strings are quoted where they need to be. */
    public static String string(Datum value, ColumnType type) {
        boolean brackets = type.max() > 1 || value.isEmpty();
        String open = !brackets ? "" : type.isMap() ? "{" : "[";
        String close = !brackets ? "" : type.isMap() ? "}" : "]";
        return join(value, new StringJoiner(", ", open, close), DatumText::quoted);
    }

    /** For scripts: no quotes, no brackets. */
    public static String bare(Datum value) {
        return join(value, new StringJoiner(" "), DatumText::plain);
    }

    private static String join(Datum value, StringJoiner joined, Function<Atom, String> text) {
        if (value instanceof MapDatum map) {
            map.forEach((key, element) -> joined.add(text.apply(key) + "=" + text.apply(element)));
        } else {
            value.atoms().forEach(atom -> joined.add(text.apply(atom)));
        }
        return joined.toString();
    }

    private static String quoted(Atom atom) {
        String text = plain(atom);
        return atom instanceof StringAtom && needsQuotes(text)
                ? JsonValue.of(text).toString()
                : text;
    }

    private static boolean needsQuotes(String text) {
        return !WORD.matcher(text).matches()
                || text.equals("true")
                || text.equals("false")
                || UUID.matcher(text).matches();
    }

    private static String plain(Atom atom) {
        if (atom instanceof StringAtom string) {
            return string.value();
        } else if (atom instanceof UuidAtom uuid) {
            return uuid.value().toString();
        }
        JsonWriter out = new JsonWriter();
        atom.write(out);
        return out.toString();
    }
}
