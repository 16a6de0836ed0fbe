package dev.ovsdb.idl.typed;

/**
 * A column with one number or none.
 *
 * @param <R> the rows that have it
 * @param <N> the number's type
 */
public final class OptionalNumberColumn<R extends TypedRow, N extends Number> extends OptionalColumn<R, N>
        implements OrderedColumn<R, N> {
    public OptionalNumberColumn(String table, String name, AtomCodec<N> codec) {
        super(table, name, codec);
    }
}
