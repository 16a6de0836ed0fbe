package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.ReadableRow;
import dev.ovsdb.protocol.operation.Condition;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A column with a map whose values are references. They are the rows' UUIDs; {@link #rows} has the rows.
 *
 * @param <R> the rows that have it
 * @param <K> the type of its keys
 * @param <Q> the rows that its values refer to
 */
public final class ReferenceMapColumn<R extends TypedRow, K, Q extends TypedRow> extends MapColumn<R, K, UUID> {
    private final Function<ReadableRow, Q> typed;

    public ReferenceMapColumn(String table, String name, AtomCodec<K> keys, Function<ReadableRow, Q> typed) {
        super(table, name, keys, AtomCodec.UUID);
        this.typed = typed;
    }

    /**
     * A view of the rows that the values of a row's column refer to, by their keys, those aside that are not held. It resolves them when
     * it is looked at, in the replica, view or transaction that the row was read from, and throws {@link
     * java.util.NoSuchElementException} then if the table referred to is not held.
     */
    public Map<K, Q> rows(R from) {
        ReadableRow source = from.source();
        return new RowMap<>(
                source, name(), keys()::value, keys()::find, (key, value) -> RowMap.value(source, name(), key, typed));
    }

    /** The column refers to this row under this key. */
    public Condition includes(K key, Q row) {
        return includes(key, row.uuid());
    }

    /** The column does not refer to this row under this key. */
    public Condition excludes(K key, Q row) {
        return excludes(key, row.uuid());
    }
}
