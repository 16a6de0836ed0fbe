package dev.ovsdb.protocol;

import dev.ovsdb.protocol.json.JsonWriter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A set of atoms, sorted; with one element it is also a scalar. Up to {@value #LARGEST_ARRAY} elements are an array, more a
 * persistent tree, in which a change costs O(log n) and shares the rest with the set it came from.
 */
public abstract sealed class SetDatum extends Datum permits OneAtom, ArraySet, LargeSet {
    static final int LARGEST_ARRAY = 64;

    SetDatum() {}

    /** Hands over each element, in order. */
    public abstract void forEach(Consumer<? super Atom> action);

    /** The elements in order; not to be changed. */
    abstract Atom[] elements();

    /** This set with some elements it has not and without some it has; both arrays sorted. */
    abstract SetDatum changed(Atom[] added, Atom[] removed);

    static SetDatum ofSorted(Atom[] atoms) {
        if (atoms.length == 0) {
            return SharedDatums.EMPTY_SET;
        }
        if (atoms.length == 1) {
            return SharedDatums.of(atoms[0]);
        }
        return atoms.length <= LARGEST_ARRAY ? new ArraySet(atoms) : new LargeSet(AtomTree.of(atoms, null));
    }

    /** This set with this element. */
    public final DatumDelta plus(Atom element) {
        return plus(of(element));
    }

    /** The union of both. */
    public final DatumDelta plus(SetDatum elements) {
        return delta(elements.without(this), SharedDatums.EMPTY_SET);
    }

    /** This set without this element. */
    public final DatumDelta minus(Atom element) {
        return minus(of(element));
    }

    /** This set without these elements. */
    public final DatumDelta minus(SetDatum elements) {
        return delta(SharedDatums.EMPTY_SET, elements.within(this));
    }

    /** The elements that are in one of both only: how a diff of a set is applied, and how it is made. */
    public final DatumDelta toggle(SetDatum elements) {
        return delta(elements.without(this), elements.within(this));
    }

    private DatumDelta delta(SetDatum added, SetDatum removed) {
        boolean same = added.isEmpty() && removed.isEmpty();
        return new DatumDelta(this, same ? this : changed(added.elements(), removed.elements()), added, removed);
    }

    private SetDatum within(SetDatum other) {
        return filter(other::contains);
    }

    final SetDatum without(SetDatum other) {
        return filter(element -> !other.contains(element));
    }

    private SetDatum filter(Predicate<Atom> test) {
        Atom[] all = elements();
        Atom[] kept = Sorted.filter(all, test);
        return kept == all ? this : ofSorted(kept);
    }

    @Override
    public List<Atom> atoms() {
        return Sorted.asList(elements());
    }

    @Override
    public void write(JsonWriter out) {
        out.beginArray().value("set").beginArray();
        forEach(element -> element.write(out));
        out.endArray().endArray();
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof SetDatum that
                        && size() == that.size()
                        && hashCode() == that.hashCode()
                        && Arrays.equals(elements(), that.elements());
    }

    /** The sum of the elements' hashes, so that a tree can keep it up to date. */
    @Override
    public abstract int hashCode();
}
