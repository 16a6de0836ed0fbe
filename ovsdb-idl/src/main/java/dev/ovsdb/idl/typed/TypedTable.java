package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.IdlRow;
import dev.ovsdb.idl.IdlTable;
import dev.ovsdb.idl.Replica;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A table of a replica or of a view, with rows of its own type. It holds nothing itself. For any thread.
 *
 * @param <R> the type of its rows
 */
public class TypedTable<R extends TypedRow> {
    private final IdlTable table;
    private final Function<IdlRow, R> typed;

    /**
     * A table of a replica.
     *
     * @param typed makes the typed view of a row
     * @throws NoSuchElementException if the replica does not hold the table
     */
    public TypedTable(Replica replica, String name, Function<IdlRow, R> typed) {
        this.table = replica.table(name);
        this.typed = typed;
    }

    /** The table without its types. */
    public final IdlTable table() {
        return table;
    }

    /** How many rows there are. */
    public final int size() {
        return table.size();
    }

    /** All rows, in no order; a copy. */
    public final List<R> all() {
        List<R> rows = new ArrayList<>(size());
        forEach(rows::add);
        return rows;
    }

    /** Hands over each row, in no order. */
    public final void forEach(Consumer<? super R> action) {
        table.forEach(row -> action.accept(typed.apply(row)));
    }

    /** All rows, in no order. */
    public final Stream<R> stream() {
        return all().stream();
    }

    /** A row, if it is there. */
    public final Optional<R> row(UUID uuid) {
        return table.row(uuid).map(typed);
    }

    /** @throws NoSuchElementException if it is not there */
    public final R require(UUID uuid) {
        return typed.apply(table.require(uuid));
    }

    /** The rows that meet a condition, in no order; looks at all of them. */
    public final List<R> where(Predicate<? super R> condition) {
        List<R> rows = new ArrayList<>();
        forEach(row -> {
            if (condition.test(row)) {
                rows.add(row);
            }
        });
        return rows;
    }

    /**
     * The rows in which a column has a value, by the index of the column's name: the schema's, or one that was declared by {@code
     * index(column)}.
     *
     * @throws NoSuchElementException if there is no such index
     */
    public final <T> List<R> by(Column<T> column, T value) {
        return index(column.name()).all(column.datum(value));
    }

    /**
     * An index: one that was declared, or one of the schema's own, whose name is its columns with commas between them.
     *
     * @throws NoSuchElementException if there is none of this name; says which there are
     */
    public final TypedIndex<R> index(String name) {
        return new TypedIndex<>(table.index(name), typed);
    }

    @Override
    public final String toString() {
        return table.toString();
    }
}
