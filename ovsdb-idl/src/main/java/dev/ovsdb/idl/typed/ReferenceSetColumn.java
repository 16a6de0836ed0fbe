package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.ReadableRow;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Condition;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * A column with a set of references. Its elements are the rows' UUIDs; {@link #rows} are the rows.
 *
 * @param <R> the rows that have it
 * @param <Q> the rows that it refers to
 */
public final class ReferenceSetColumn<R extends TypedRow, Q extends TypedRow> extends SetColumn<R, UUID> {
    private final Function<ReadableRow, Q> typed;

    public ReferenceSetColumn(String table, String name, Function<ReadableRow, Q> typed) {
        super(table, name, AtomCodec.UUID);
        this.typed = typed;
    }

    /**
     * A view of the rows that a row's column refers to, in the order of their UUIDs, those aside that are not held. It resolves them
     * when it is looked at, in the replica, view or transaction that the row was read from, and throws {@link
     * java.util.NoSuchElementException} then if the table referred to is not held.
     */
    public Set<Q> rows(R from) {
        return new RowSet<>(from.source(), name(), typed);
    }

    /** What the column is to hold to refer to these rows. */
    public Datum datumOfRows(Collection<? extends Q> rows) {
        return datumOf(rows.stream().map(TypedRow::uuid).toList());
    }

    /** The column refers to this row, among others. */
    public Condition includes(Q row) {
        return includes(row.uuid());
    }

    /** The column does not refer to this row. */
    public Condition excludes(Q row) {
        return excludes(row.uuid());
    }
}
