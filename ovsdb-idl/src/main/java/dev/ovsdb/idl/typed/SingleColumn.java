package dev.ovsdb.idl.typed;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Function;

/**
 * A column with one value, or with one or none.
 *
 * @param <R> the rows that have it
 * @param <T> the type in which it is read: {@code E}, or {@code Optional<E>}
 * @param <E> the value's type
 */
public abstract sealed class SingleColumn<R extends TypedRow, T, E> extends Column<R, T>
        permits ScalarColumn, OptionalColumn {
    private final AtomCodec<E> codec;

    SingleColumn(String table, String name, AtomCodec<E> codec) {
        super(table, name);
        this.codec = codec;
    }

    /** What the column is to hold for a value that is there. */
    public final Datum datumOf(E value) {
        return Datum.of(codec.atom(value));
    }

    /** The column has this value. */
    public final Condition eq(E value) {
        return condition(Function.EQUAL, datumOf(value));
    }

    /** The column has another value, or none. */
    public final Condition ne(E value) {
        return condition(Function.NOT_EQUAL, datumOf(value));
    }

    final E present(Datum datum) {
        return codec.value(datum.asAtom());
    }
}
