package dev.ovsdb.idl.typed;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.SetDatum;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Function;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A column with a set of values, in the server's order.
 *
 * @param <R> the rows that have it
 * @param <E> the type of its elements
 */
public sealed class SetColumn<R extends TypedRow, E> extends Column<R, Set<E>> permits ReferenceSetColumn {
    private final AtomCodec<E> codec;

    public SetColumn(String table, String name, AtomCodec<E> codec) {
        super(table, name);
        this.codec = codec;
    }

    @Override
    public final Set<E> value(Datum datum) {
        if (datum instanceof SetDatum set) {
            return ElementSet.of(set, codec);
        }
        throw new IllegalStateException("expected a set in " + this + ", was " + datum);
    }

    @Override
    public final Datum datum(Set<E> value) {
        return datumOf(value);
    }

    /** What the column is to hold for these elements, each counted once. */
    public final Datum datumOf(Collection<? extends E> elements) {
        List<Atom> atoms = new ArrayList<>(elements.size());
        for (E element : elements) {
            atoms.add(codec.atom(element));
        }
        return Datum.set(atoms);
    }

    /** The column has exactly these elements. */
    public final Condition eq(Collection<? extends E> elements) {
        return condition(Function.EQUAL, datumOf(elements));
    }

    /** The column has not exactly these elements. */
    public final Condition ne(Collection<? extends E> elements) {
        return condition(Function.NOT_EQUAL, datumOf(elements));
    }

    /** The column has this element. */
    public final Condition includes(E element) {
        return condition(Function.INCLUDES, Datum.of(atom(element)));
    }

    /** The column has all these elements. */
    public final Condition includesAll(Collection<? extends E> elements) {
        return condition(Function.INCLUDES, datumOf(elements));
    }

    /** The column has not this element. */
    public final Condition excludes(E element) {
        return condition(Function.EXCLUDES, Datum.of(atom(element)));
    }

    /** The column has none of these elements. */
    public final Condition excludesAll(Collection<? extends E> elements) {
        return condition(Function.EXCLUDES, datumOf(elements));
    }

    final Atom atom(E element) {
        return codec.atom(element);
    }
}
