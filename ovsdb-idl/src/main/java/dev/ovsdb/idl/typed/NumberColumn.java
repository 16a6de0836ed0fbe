package dev.ovsdb.idl.typed;

/**
 * A column with exactly one number.
 *
 * @param <R> the rows that have it
 * @param <N> the number's type
 */
public final class NumberColumn<R extends TypedRow, N extends Number> extends ScalarColumn<R, N>
        implements OrderedColumn<R, N> {
    public NumberColumn(String table, String name, AtomCodec<N> codec) {
        super(table, name, codec);
    }
}
