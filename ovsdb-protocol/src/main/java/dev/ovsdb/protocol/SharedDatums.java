package dev.ovsdb.protocol;

import dev.ovsdb.protocol.Atom.BooleanAtom;
import dev.ovsdb.protocol.Atom.IntegerAtom;
import dev.ovsdb.protocol.Atom.StringAtom;

/** Values that databases are full of, once for all: a replica's rows consist of them to a good part. */
final class SharedDatums {
    static final SetDatum EMPTY_SET = new ArraySet(Sorted.NONE);
    static final MapDatum EMPTY_MAP = new ArrayMap(Sorted.NONE, Sorted.NONE);

    private static final SetDatum TRUE = new OneAtom(SharedAtoms.TRUE);
    private static final SetDatum FALSE = new OneAtom(SharedAtoms.FALSE);
    private static final SetDatum EMPTY_STRING = new OneAtom(StringAtom.EMPTY);
    private static final SetDatum ZERO_UUID = new OneAtom(SharedAtoms.ZERO_UUID);
    private static final SetDatum[] INTEGERS = new SetDatum[1024];

    static {
        for (int i = 0; i < INTEGERS.length; i++) {
            INTEGERS[i] = new OneAtom(SharedAtoms.integer(i));
        }
    }

    private SharedDatums() {}

    static SetDatum of(Atom atom) {
        if (atom instanceof StringAtom string) {
            return string.value().isEmpty() ? EMPTY_STRING : new OneAtom(string);
        }
        if (atom instanceof IntegerAtom integer) {
            long value = integer.value();
            return value >= 0 && value < INTEGERS.length ? INTEGERS[(int) value] : new OneAtom(integer);
        }
        if (atom instanceof BooleanAtom bool) {
            return bool.value() ? TRUE : FALSE;
        }
        return atom.equals(SharedAtoms.ZERO_UUID) ? ZERO_UUID : new OneAtom(atom);
    }
}
