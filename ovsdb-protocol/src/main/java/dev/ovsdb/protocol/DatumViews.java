package dev.ovsdb.protocol;

import dev.ovsdb.protocol.Atom.BooleanAtom;
import dev.ovsdb.protocol.Atom.IntegerAtom;
import dev.ovsdb.protocol.Atom.RealAtom;
import dev.ovsdb.protocol.Atom.StringAtom;
import dev.ovsdb.protocol.Atom.UuidAtom;
import dev.ovsdb.protocol.json.JsonWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Values as Java's own types. */
final class DatumViews {
    private static final int SHORT = 200;
    private static final int FEW = 16;

    private DatumViews() {}

    static Atom only(Datum datum) {
        if (datum instanceof OneAtom one) { // Nearly always, and without a list of it.
            return one.atom();
        }
        if (datum instanceof SetDatum && datum.size() == 1) {
            return datum.atoms().get(0);
        }
        throw new IllegalStateException("expected a set of one element, was " + datum);
    }

    static String string(Atom atom) {
        if (atom instanceof StringAtom string) {
            return string.value();
        }
        throw wrong(AtomicType.STRING, atom);
    }

    static long integer(Atom atom) {
        if (atom instanceof IntegerAtom integer) {
            return integer.value();
        }
        throw wrong(AtomicType.INTEGER, atom);
    }

    static double real(Atom atom) {
        if (atom instanceof RealAtom real) {
            return real.value();
        }
        if (atom instanceof IntegerAtom integer) {
            return integer.value();
        }
        throw wrong(AtomicType.REAL, atom);
    }

    static boolean bool(Atom atom) {
        if (atom instanceof BooleanAtom bool) {
            return bool.value();
        }
        throw wrong(AtomicType.BOOLEAN, atom);
    }

    static UUID uuid(Atom atom) {
        if (atom instanceof UuidAtom uuid) {
            return uuid.value();
        }
        throw wrong(AtomicType.UUID, atom);
    }

    static <T> List<T> list(Datum datum, Function<Atom, T> view) {
        if (datum instanceof MapDatum) {
            throw new IllegalStateException("expected a set, was " + datum);
        }
        List<T> list = new ArrayList<>(datum.size());
        for (Atom atom : datum.atoms()) {
            list.add(view.apply(atom));
        }
        return Collections.unmodifiableList(list);
    }

    static Map<String, String> stringMap(Datum datum) {
        if (!(datum instanceof MapDatum map)) {
            throw new IllegalStateException("expected a map, was " + datum);
        }
        Map<String, String> strings = new LinkedHashMap<>();
        map.forEach((key, value) -> strings.put(string(key), string(value)));
        return Collections.unmodifiableMap(strings);
    }

    static String describe(Datum datum) {
        if (datum.size() > FEW) {
            String kind = datum instanceof SetDatum ? "set of " : "map of ";
            return kind + datum.size() + " from " + datum.atoms().get(0);
        }
        JsonWriter out = new JsonWriter();
        datum.write(out);
        String text = out.toString();
        return text.length() <= SHORT ? text : text.substring(0, SHORT) + "...";
    }

    private static IllegalStateException wrong(AtomicType expected, Atom atom) {
        return new IllegalStateException("expected a value of type " + expected + ", was " + atom);
    }
}
