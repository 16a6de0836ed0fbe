package dev.ovsdb.idl.typed;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Function;

/**
 * What columns with a number can do, be it always there or not: conditions of order, which are not met where there is none, and
 * increments.
 *
 * @param <R> the rows that have it
 * @param <N> the number's type
 */
public sealed interface OrderedColumn<R extends TypedRow, N extends Number> permits NumberColumn, OptionalNumberColumn {
    /** Its name in the schema. */
    String name();

    /** What the column is to hold for a number. */
    Datum datumOf(N value);

    /** The column's number is less than this. */
    default Condition lt(N value) {
        return Condition.of(name(), Function.LESS_THAN, datumOf(value));
    }

    /** The column's number is at most this. */
    default Condition le(N value) {
        return Condition.of(name(), Function.LESS_THAN_OR_EQUAL, datumOf(value));
    }

    /** The column's number is greater than this. */
    default Condition gt(N value) {
        return Condition.of(name(), Function.GREATER_THAN, datumOf(value));
    }

    /** The column's number is at least this. */
    default Condition ge(N value) {
        return Condition.of(name(), Function.GREATER_THAN_OR_EQUAL, datumOf(value));
    }
}
