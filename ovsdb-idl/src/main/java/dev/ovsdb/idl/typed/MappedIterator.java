package dev.ovsdb.idl.typed;

import java.util.Iterator;
import java.util.function.Function;

/** Hands on what another iterator gives, as something else. Removes nothing. */
final class MappedIterator<A, B> implements Iterator<B> {
    private final Iterator<? extends A> source;
    private final Function<? super A, ? extends B> mapping;

    MappedIterator(Iterator<? extends A> source, Function<? super A, ? extends B> mapping) {
        this.source = source;
        this.mapping = mapping;
    }

    @Override
    public boolean hasNext() {
        return source.hasNext();
    }

    @Override
    public B next() {
        return mapping.apply(source.next());
    }
}
