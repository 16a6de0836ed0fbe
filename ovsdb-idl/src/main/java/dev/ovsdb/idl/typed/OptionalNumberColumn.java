package dev.ovsdb.idl.typed;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Function;

/**
 * A column with one number or none; a condition of order is not met where there is none.
 *
 * @param <N> the number's type
 */
public final class OptionalNumberColumn<N extends Number> extends OptionalColumn<N> {
    private final AtomCodec<N> codec;

    public OptionalNumberColumn(String table, String name, AtomCodec<N> codec) {
        super(table, name, codec);
        this.codec = codec;
    }

    /** The column's number is less than this. */
    public Condition lt(N value) {
        return order(Function.LESS_THAN, value);
    }

    /** The column's number is at most this. */
    public Condition le(N value) {
        return order(Function.LESS_THAN_OR_EQUAL, value);
    }

    /** The column's number is greater than this. */
    public Condition gt(N value) {
        return order(Function.GREATER_THAN, value);
    }

    /** The column's number is at least this. */
    public Condition ge(N value) {
        return order(Function.GREATER_THAN_OR_EQUAL, value);
    }

    private Condition order(Function function, N value) {
        return condition(function, Datum.of(codec.atom(value)));
    }
}
