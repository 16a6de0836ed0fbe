package dev.ovsdb.idl.transaction;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The names on the wire of rows whose UUIDs the server will choose. */
final class RowNames {
    private final Map<UUID, String> names = new LinkedHashMap<>();

    /** Names a row. */
    void add(UUID row) {
        names.put(row, "row" + (names.size() + 1));
    }

    @Nullable
    String find(UUID row) {
        return names.get(row);
    }

    /** A value in which those rows are meant by their names. */
    Datum in(Datum value) {
        if (names.isEmpty() || !mentions(value)) {
            return value;
        }
        if (value instanceof MapDatum map) {
            Map<Atom, Atom> named = new LinkedHashMap<>();
            map.forEach((key, element) -> named.put(in(key), in(element)));
            return Datum.map(named);
        }
        return Datum.set(value.atoms().stream().map(this::in).toList());
    }

    private boolean mentions(Datum value) {
        boolean[] found = new boolean[1];
        if (value instanceof MapDatum map) {
            map.forEach((key, element) -> found[0] |= isNamed(key) || isNamed(element));
        } else {
            value.atoms().forEach(element -> found[0] |= isNamed(element));
        }
        return found[0];
    }

    private boolean isNamed(Atom atom) {
        return atom instanceof Atom.UuidAtom uuid && names.containsKey(uuid.value());
    }

    private Atom in(Atom atom) {
        String name = atom instanceof Atom.UuidAtom uuid ? names.get(uuid.value()) : null;
        return name == null ? atom : Atom.named(name);
    }
}
