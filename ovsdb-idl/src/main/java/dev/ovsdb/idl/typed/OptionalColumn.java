package dev.ovsdb.idl.typed;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Function;
import java.util.Optional;

/**
 * A column with one value or none.
 *
 * @param <E> the value's type
 */
public sealed class OptionalColumn<E> extends Column<Optional<E>>
        permits OptionalNumberColumn, OptionalReferenceColumn {
    private final AtomCodec<E> codec;

    public OptionalColumn(String table, String name, AtomCodec<E> codec) {
        super(table, name);
        this.codec = codec;
    }

    @Override
    public final Optional<E> value(Datum datum) {
        return datum.isEmpty() ? Optional.empty() : Optional.of(codec.value(datum.asAtom()));
    }

    @Override
    public final Datum datum(Optional<E> value) {
        return value.<Datum>map(present -> Datum.of(codec.atom(present))).orElse(Datum.emptySet());
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

    /** The column has no value. */
    public final Condition absent() {
        return condition(Function.EQUAL, Datum.emptySet());
    }

    /** The column has a value. */
    public final Condition present() {
        return condition(Function.NOT_EQUAL, Datum.emptySet());
    }
}
