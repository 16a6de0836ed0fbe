package dev.ovsdb.idl.typed;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Function;

/**
 * A column with exactly one value.
 *
 * @param <E> the value's type
 */
public sealed class ScalarColumn<E> extends Column<E> permits NumberColumn, ReferenceColumn {
    private final AtomCodec<E> codec;

    public ScalarColumn(String table, String name, AtomCodec<E> codec) {
        super(table, name);
        this.codec = codec;
    }

    @Override
    public final E value(Datum datum) {
        return codec.value(datum.asAtom());
    }

    @Override
    public final Datum datum(E value) {
        return Datum.of(codec.atom(value));
    }

    /** The column has this value. */
    public final Condition eq(E value) {
        return condition(Function.EQUAL, datum(value));
    }

    /** The column has another value. */
    public final Condition ne(E value) {
        return condition(Function.NOT_EQUAL, datum(value));
    }
}
