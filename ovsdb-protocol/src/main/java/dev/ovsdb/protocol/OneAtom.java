package dev.ovsdb.protocol;

import dev.ovsdb.protocol.json.JsonWriter;
import java.util.function.Consumer;

/** A scalar, or a set of one element: the same value. */
final class OneAtom extends SetDatum {
    private final Atom atom;

    OneAtom(Atom atom) {
        this.atom = atom;
    }

    Atom atom() {
        return atom;
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public boolean contains(Atom element) {
        return atom.equals(element);
    }

    @Override
    public void forEach(Consumer<? super Atom> action) {
        action.accept(atom);
    }

    @Override
    Atom[] elements() {
        return new Atom[] {atom};
    }

    @Override
    SetDatum changed(Atom[] added, Atom[] removed) {
        return ofSorted(Sorted.changed(elements(), added, removed));
    }

    @Override
    public void write(JsonWriter out) {
        atom.write(out);
    }

    @Override
    public boolean equals(Object other) {
        return other == this || other instanceof OneAtom that && atom.equals(that.atom);
    }

    @Override
    public int hashCode() {
        return Sorted.hash(atom);
    }
}
