package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.IdlRow;
import dev.ovsdb.protocol.operation.Condition;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A column with one reference or none. Its value is the row's UUID; {@link #row} is the row.
 *
 * @param <R> the type of the row that it refers to
 */
public final class OptionalReferenceColumn<R extends TypedRow> extends OptionalColumn<UUID> {
    private final Function<IdlRow, R> typed;

    public OptionalReferenceColumn(String table, String name, Function<IdlRow, R> typed) {
        super(table, name, AtomCodec.UUID);
        this.typed = typed;
    }

    /**
     * The row that a row's column refers to, in the replica or view that the latter was read from; empty if there is none or it is not
     * held there.
     *
     * @throws NoSuchElementException if the table referred to is not held
     */
    public Optional<R> row(IdlRow from) {
        return from.reference(name()).map(typed);
    }

    /** The column refers to this row. */
    public Condition eq(TypedRow row) {
        return eq(row.uuid());
    }

    /** The column refers to another row, or to none. */
    public Condition ne(TypedRow row) {
        return ne(row.uuid());
    }
}
