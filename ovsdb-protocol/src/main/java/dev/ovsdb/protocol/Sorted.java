package dev.ovsdb.protocol;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Arrays of atoms that are sorted and hold no atom twice. Never changed once they are part of a value. */
final class Sorted {
    static final Atom[] NONE = {};

    private Sorted() {}

    /** Sorts the array in place; answers it, or a shorter one if it held duplicates. */
    static Atom[] sortedUnique(Atom[] atoms) {
        if (isSorted(atoms)) {
            return atoms;
        }
        Arrays.sort(atoms);
        int kept = 1;
        for (int i = 1; i < atoms.length; i++) {
            if (atoms[i].compareTo(atoms[kept - 1]) != 0) {
                atoms[kept++] = atoms[i];
            }
        }
        return kept == atoms.length ? atoms : Arrays.copyOf(atoms, kept);
    }

    /** Whether the atoms ascend strictly. What a server sends does. */
    static boolean isSorted(Atom[] atoms) {
        for (int i = 1; i < atoms.length; i++) {
            if (atoms[i - 1].compareTo(atoms[i]) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** The index of the atom, or {@code -(insertion point) - 1}. */
    static int find(Atom[] atoms, int count, Atom atom) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = atoms[middle].compareTo(atom);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /** Those for which the test holds; the array itself if it holds for all. */
    static Atom[] filter(Atom[] atoms, Predicate<Atom> test) {
        Atom[] kept = null;
        int count = 0;
        for (int i = 0; i < atoms.length; i++) {
            if (!test.test(atoms[i])) {
                kept = kept == null ? Arrays.copyOf(atoms, atoms.length) : kept;
            } else if (kept != null) {
                kept[count++] = atoms[i];
            } else {
                count++;
            }
        }
        return kept == null ? atoms : count == 0 ? NONE : Arrays.copyOf(kept, count);
    }

    /** The atoms with some that are not among them and without some that are. */
    static Atom[] changed(Atom[] atoms, Atom[] added, Atom[] removed) {
        Atom[] result = new Atom[atoms.length + added.length - removed.length];
        int to = 0;
        int add = 0;
        int remove = 0;
        for (Atom atom : atoms) {
            if (remove < removed.length && removed[remove].compareTo(atom) == 0) {
                remove++;
                continue;
            }
            while (add < added.length && added[add].compareTo(atom) < 0) {
                result[to++] = added[add++];
            }
            result[to++] = atom;
        }
        System.arraycopy(added, add, result, to, added.length - add);
        return result;
    }

    static List<Atom> asList(Atom[] atoms) {
        return Collections.unmodifiableList(Arrays.asList(atoms));
    }

    /** An element's part of its set's hash. */
    static int hash(Atom element) {
        return element.hashCode() * 0x9E3779B1 ^ element.type().ordinal();
    }

    /** A pair's part of its map's hash. */
    static int hash(Atom key, Atom value) {
        int hash = key.hashCode() * 31 + value.hashCode();
        return hash * 0x85EBCA6B;
    }
}
