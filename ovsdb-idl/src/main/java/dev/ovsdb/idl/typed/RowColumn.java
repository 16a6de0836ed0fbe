package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.ReadableRow;
import dev.ovsdb.protocol.operation.Condition;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/**
 * What columns with a reference can do, be it always there or not. The column's value is a UUID; {@link #row} is the row.
 *
 * @param <R> the rows that have it
 * @param <Q> the rows that it refers to
 */
public sealed interface RowColumn<R extends TypedRow, Q extends TypedRow>
        permits ReferenceColumn, OptionalReferenceColumn {
    /** Its name in the schema. */
    String name();

    /** A row of the table that it refers to, as its own type. */
    Q typed(ReadableRow row);

    /** The column refers to the row of this UUID. */
    Condition eq(UUID row);

    /** The column refers to another row than that of this UUID, or to none. */
    Condition ne(UUID row);

    /**
     * The row that a row's column refers to, in the replica, view or transaction that the latter was read from; empty if there is none or
     * it is not held there.
     *
     * @throws NoSuchElementException if the table referred to is not held
     */
    default Optional<Q> row(R from) {
        return from.source().reference(name()).map(this::typed);
    }

    /** The column refers to this row. */
    default Condition eq(Q row) {
        return eq(row.uuid());
    }

    /** The column refers to another row, or to none. */
    default Condition ne(Q row) {
        return ne(row.uuid());
    }
}
