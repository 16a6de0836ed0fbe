package dev.ovsdb.protocol;

import java.util.UUID;

/** Open vSwitch's order of atoms, where it is not Java's. */
final class AtomOrder {
    private AtomOrder() {}

    /** Atoms of different kinds: by type, and named UUIDs behind others. */
    static int byType(Atom left, Atom right) {
        return Integer.compare(rank(left), rank(right));
    }

    private static int rank(Atom atom) {
        return atom.type().ordinal() + (atom instanceof Atom.NamedUuidAtom ? 1 : 0);
    }

    /** The order of the UTF-8 bytes. Java's order differs: it puts surrogates before U+E000 to U+FFFF. */
    static int byCodePoint(String left, String right) {
        int shared = Math.min(left.length(), right.length());
        for (int i = 0; i < shared; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return Integer.compare(surrogatesLast(a), surrogatesLast(b));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static int surrogatesLast(char c) {
        return Character.isSurrogate(c) ? c + 0x10000 : c;
    }

    /** The order of the hexadecimal digits. {@link UUID#compareTo} compares signed halves. */
    static int unsigned(UUID left, UUID right) {
        int high = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
    }
}
