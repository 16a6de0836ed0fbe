package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.IdlRow;
import dev.ovsdb.protocol.operation.Condition;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A column with a map whose values are references. They are the rows' UUIDs; {@link #rows} has the rows.
 *
 * @param <K> the type of its keys
 * @param <R> the type of the rows that its values refer to
 */
public final class ReferenceMapColumn<K, R extends TypedRow> extends MapColumn<K, UUID> {
    private final Function<IdlRow, R> typed;

    public ReferenceMapColumn(String table, String name, AtomCodec<K> keys, Function<IdlRow, R> typed) {
        super(table, name, keys, AtomCodec.UUID);
        this.typed = typed;
    }

    /**
     * A view of the rows that the values of a row's column refer to, by their keys, those aside that are not held. It resolves them when
     * it is looked at, in the replica or view that the row was read from, and throws {@link java.util.NoSuchElementException} then if
     * the table referred to is not held.
     */
    public Map<K, R> rows(IdlRow from) {
        return new RowMap<>(from, name(), keys(), typed);
    }

    /** The column refers to this row under this key. */
    public Condition includes(K key, TypedRow row) {
        return includes(key, row.uuid());
    }

    /** The column does not refer to this row under this key. */
    public Condition excludes(K key, TypedRow row) {
        return excludes(key, row.uuid());
    }
}
