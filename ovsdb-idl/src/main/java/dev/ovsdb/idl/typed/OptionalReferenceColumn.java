package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.ReadableRow;
import java.util.UUID;
import java.util.function.Function;

/**
 * A column with one reference or none.
 *
 * @param <R> the rows that have it
 * @param <Q> the rows that it refers to
 */
public final class OptionalReferenceColumn<R extends TypedRow, Q extends TypedRow> extends OptionalColumn<R, UUID>
        implements RowColumn<R, Q> {
    private final Function<ReadableRow, Q> typed;

    public OptionalReferenceColumn(String table, String name, Function<ReadableRow, Q> typed) {
        super(table, name, AtomCodec.UUID);
        this.typed = typed;
    }

    @Override
    public Q typed(ReadableRow row) {
        return typed.apply(row);
    }
}
