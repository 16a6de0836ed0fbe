package dev.ovsdb.protocol;

import dev.ovsdb.protocol.Atom.BooleanAtom;
import dev.ovsdb.protocol.Atom.IntegerAtom;
import dev.ovsdb.protocol.Atom.StringAtom;
import dev.ovsdb.protocol.Atom.UuidAtom;
import dev.ovsdb.protocol.json.TextCache;
import java.util.UUID;

/** Atoms that databases are full of, once for all. */
final class SharedAtoms {
    static final BooleanAtom TRUE = new BooleanAtom(true);
    static final BooleanAtom FALSE = new BooleanAtom(false);
    static final UuidAtom ZERO_UUID = new UuidAtom(new UUID(0, 0));

    /** Keys of maps and short strings that were read lately. */
    static final TextCache<StringAtom> STRINGS = new TextCache<>(2048, StringAtom::new);

    private static final int LOWEST = -16;
    private static final IntegerAtom[] INTEGERS = new IntegerAtom[1024 - LOWEST];

    static {
        for (int i = 0; i < INTEGERS.length; i++) {
            INTEGERS[i] = new IntegerAtom(i + LOWEST);
        }
    }

    private SharedAtoms() {}

    static IntegerAtom integer(long value) {
        long index = value - LOWEST;
        return index >= 0 && index < INTEGERS.length ? INTEGERS[(int) index] : new IntegerAtom(value);
    }
}
