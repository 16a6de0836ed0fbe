package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.ReadableRow;
import dev.ovsdb.protocol.operation.Condition;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A column with a map whose keys are references. They are the rows' UUIDs; {@link #rows} has the rows.
 *
 * @param <R> the rows that have it
 * @param <Q> the rows that its keys refer to
 * @param <V> the type of its values
 */
public final class ReferenceKeyMapColumn<R extends TypedRow, Q extends TypedRow, V> extends MapColumn<R, UUID, V> {
    private final Function<ReadableRow, Q> typed;

    public ReferenceKeyMapColumn(String table, String name, Function<ReadableRow, Q> typed, AtomCodec<V> values) {
        super(table, name, AtomCodec.UUID, values);
        this.typed = typed;
    }

    /** A view of the values by the rows that their keys refer to, those aside that are not held; as {@link ReferenceMapColumn#rows}. */
    public Map<Q, V> rows(R from) {
        ReadableRow source = from.source();
        return new RowMap<>(
                source,
                name(),
                key -> RowMap.key(source, name(), key, typed),
                RowMap::findKey,
                (key, value) -> values().value(value));
    }

    /** The column has this value under this row. */
    public Condition includes(Q row, V value) {
        return includes(row.uuid(), value);
    }

    /** The column has nothing or another value under this row. */
    public Condition excludes(Q row, V value) {
        return excludes(row.uuid(), value);
    }
}
