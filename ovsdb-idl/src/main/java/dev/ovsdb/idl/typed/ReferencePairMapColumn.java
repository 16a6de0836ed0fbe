package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.ReadableRow;
import dev.ovsdb.protocol.operation.Condition;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A column with a map whose keys and values are references. They are the rows' UUIDs; {@link #rows} has the rows.
 *
 * @param <R> the rows that have it
 * @param <P> the rows that its keys refer to
 * @param <Q> the rows that its values refer to
 */
public final class ReferencePairMapColumn<R extends TypedRow, P extends TypedRow, Q extends TypedRow>
        extends MapColumn<R, UUID, UUID> {
    private final Function<ReadableRow, P> typedKeys;
    private final Function<ReadableRow, Q> typedValues;

    public ReferencePairMapColumn(
            String table, String name, Function<ReadableRow, P> typedKeys, Function<ReadableRow, Q> typedValues) {
        super(table, name, AtomCodec.UUID, AtomCodec.UUID);
        this.typedKeys = typedKeys;
        this.typedValues = typedValues;
    }

    /** A view of the pairs of rows, those aside of which one is not held; as {@link ReferenceMapColumn#rows}. */
    public Map<P, Q> rows(R from) {
        ReadableRow source = from.source();
        return new RowMap<>(
                source,
                name(),
                key -> RowMap.key(source, name(), key, typedKeys),
                RowMap::findKey,
                (key, value) -> RowMap.value(source, name(), key, typedValues));
    }

    /** The column refers to this value under this key. */
    public Condition includes(P key, Q value) {
        return includes(key.uuid(), value.uuid());
    }

    /** The column does not refer to this value under this key. */
    public Condition excludes(P key, Q value) {
        return excludes(key.uuid(), value.uuid());
    }
}
