package dev.ovsdb.cli.demo;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import java.util.stream.Collectors;

/** Values as short texts for a reader: UUIDs by their first digits. */
final class Texts {
    private static final int SHOWN_DIGITS = 8;

    private Texts() {}

    static String of(Datum value) {
        if (value instanceof MapDatum map) {
            return map.entries().stream()
                    .map(entry -> of(entry.getKey()) + "=" + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.size() == 1) return of(value.atoms().get(0));
        return value.atoms().stream().map(Texts::of).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String of(Atom atom) {
        if (atom instanceof Atom.UuidAtom uuid) return uuid.value().toString().substring(0, SHOWN_DIGITS);
        if (atom instanceof Atom.StringAtom string) return string.value();
        return atom.toString();
    }
}
