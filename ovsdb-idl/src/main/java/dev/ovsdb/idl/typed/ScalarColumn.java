package dev.ovsdb.idl.typed;

import dev.ovsdb.protocol.Datum;

/**
 * A column with exactly one value.
 *
 * @param <R> the rows that have it
 * @param <E> the value's type
 */
public sealed class ScalarColumn<R extends TypedRow, E> extends SingleColumn<R, E, E>
        permits NumberColumn, ReferenceColumn {
    public ScalarColumn(String table, String name, AtomCodec<E> codec) {
        super(table, name, codec);
    }

    @Override
    public final E value(Datum datum) {
        return present(datum);
    }

    @Override
    public final Datum datum(E value) {
        return datumOf(value);
    }
}
