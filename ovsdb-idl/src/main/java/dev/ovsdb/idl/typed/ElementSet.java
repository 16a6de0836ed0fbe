package dev.ovsdb.idl.typed;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.SetDatum;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A view of a set of atoms as Java values. */
final class ElementSet<E> extends AbstractSet<E> {
    private final SetDatum set;
    private final AtomCodec<E> codec;

    private ElementSet(SetDatum set, AtomCodec<E> codec) {
        this.set = set;
        this.codec = codec;
    }

    static <E> Set<E> of(SetDatum set, AtomCodec<E> codec) {
        ElementSet<E> view = new ElementSet<>(set, codec);
        // Several values that are not recognised are one element: only then the view would not be a set.
        return codec.tellsAllApart() ? view : Collections.unmodifiableSet(new LinkedHashSet<>(view));
    }

    @Override
    public int size() {
        return set.size();
    }

    @Override
    public boolean contains(@Nullable Object element) {
        Atom atom = codec.find(element);
        return atom != null && set.contains(atom);
    }

    @Override
    public Iterator<E> iterator() {
        return new MappedIterator<>(set.atoms().iterator(), codec::value);
    }
}
