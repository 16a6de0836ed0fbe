package dev.ovsdb.idl.typed;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Function;
import java.util.Optional;

/**
 * A column with one value or none.
 *
 * @param <R> the rows that have it
 * @param <E> the value's type
 */
public sealed class OptionalColumn<R extends TypedRow, E> extends SingleColumn<R, Optional<E>, E>
        permits OptionalNumberColumn, OptionalReferenceColumn {
    public OptionalColumn(String table, String name, AtomCodec<E> codec) {
        super(table, name, codec);
    }

    @Override
    public final Optional<E> value(Datum datum) {
        return datum.isEmpty() ? Optional.empty() : Optional.of(present(datum));
    }

    @Override
    public final Datum datum(Optional<E> value) {
        return value.map(this::datumOf).orElse(Datum.emptySet());
    }

    /** The column has no value. */
    public final Condition absent() {
        return condition(Function.EQUAL, Datum.emptySet());
    }

    /** The column has a value. */
    public final Condition present() {
        return condition(Function.NOT_EQUAL, Datum.emptySet());
    }
}
