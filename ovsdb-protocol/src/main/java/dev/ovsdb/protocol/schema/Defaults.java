package dev.ovsdb.protocol.schema;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.Datum;
import java.util.Collections;
import java.util.UUID;

/** RFC 7047, section 5.2.1: the values of columns that an insert leaves out. */
final class Defaults {
    private static final UUID ZERO = new UUID(0, 0);

    private Defaults() {}

    static Atom atom(AtomicType type) {
        return switch (type) {
            case INTEGER -> Atom.of(0L);
            case REAL -> Atom.of(0.0);
            case BOOLEAN -> Atom.of(false);
            case STRING -> Atom.of("");
            case UUID -> Atom.of(ZERO);
        };
    }

    static Datum datum(ColumnType type) {
        if (type.isMap()) {
            Atom key = type.key().defaultAtom();
            return type.min() == 0
                    ? Datum.emptyMap()
                    : Datum.map(
                            Collections.singletonMap(key, type.requireValue().defaultAtom()));
        }
        return type.min() == 0 ? Datum.emptySet() : Datum.of(type.key().defaultAtom());
    }
}
