package dev.ovsdb.protocol;

import java.util.Arrays;
import java.util.function.Consumer;

/** A set of a few elements, or of none. */
final class ArraySet extends SetDatum {
    private final Atom[] elements;

    ArraySet(Atom[] elements) {
        this.elements = elements;
    }

    @Override
    public int size() {
        return elements.length;
    }

    @Override
    public boolean contains(Atom element) {
        return Sorted.find(elements, elements.length, element) >= 0;
    }

    @Override
    public void forEach(Consumer<? super Atom> action) {
        for (Atom element : elements) {
            action.accept(element);
        }
    }

    @Override
    Atom[] elements() {
        return elements;
    }

    @Override
    SetDatum changed(Atom[] added, Atom[] removed) {
        return ofSorted(Sorted.changed(elements, added, removed));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArraySet that ? Arrays.equals(elements, that.elements) : super.equals(other);
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (Atom element : elements) {
            hash += Sorted.hash(element);
        }
        return hash;
    }
}
