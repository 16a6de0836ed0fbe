package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.IdlTable;
import dev.ovsdb.idl.ReadableRow;
import dev.ovsdb.idl.Replica;
import dev.ovsdb.idl.transaction.IdlTransaction;
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
 * A table of a replica, of a view or in a transaction, with rows of its own type. It holds nothing itself; it is for whom and for as long
 * as that is. In a transaction it shows what was staged, and what is read of its rows is verified.
 *
 * @param <R> the type of its rows
 */
public class TypedTable<R extends TypedRow> {
    private final TableSource source;
    private final Function<ReadableRow, R> typed;

    /**
     * A table of a replica.
     *
     * @param typed makes the typed view of a row
     * @throws NoSuchElementException if the replica does not hold the table
     */
    public TypedTable(Replica replica, String name, Function<ReadableRow, R> typed) {
        this.source = new HeldTable(replica.table(name));
        this.typed = typed;
    }

    /**
     * A table as a transaction sees it.
     *
     * @param typed makes the typed view of a row
     * @throws NoSuchElementException if the replica does not hold the table
     */
    public TypedTable(IdlTransaction tx, String name, Function<ReadableRow, R> typed) {
        this.source = new StagedTable(tx, tx.view().table(name));
        this.typed = typed;
    }

    /** The table without its types; in a transaction, as in {@link IdlTransaction#view()}. */
    public final IdlTable table() {
        return source.table();
    }

    /** Its name in the schema. */
    public final String name() {
        return table().name();
    }

    final R typed(ReadableRow row) {
        return typed.apply(row);
    }

    /** How many rows there are. */
    public final int size() {
        return source.size();
    }

    /** All rows, in no order; a copy. */
    public final List<R> all() {
        List<R> rows = new ArrayList<>(size());
        forEach(rows::add);
        return rows;
    }

    /** Hands over each row, in no order. */
    public final void forEach(Consumer<? super R> action) {
        source.forEach(row -> action.accept(typed.apply(row)));
    }

    /** All rows, in no order. */
    public final Stream<R> stream() {
        return all().stream();
    }

    /** A row, if it is there. */
    public final Optional<R> row(UUID uuid) {
        return source.row(uuid).map(typed);
    }

    /** @throws NoSuchElementException if it is not there */
    public final R require(UUID uuid) {
        return row(uuid).orElseThrow(() -> new NoSuchElementException("no row " + uuid + " in table " + name()));
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
    public final <T> List<R> by(Column<R, T> column, T value) {
        return index(column.name()).all(column.datum(value));
    }

    /**
     * An index: one that was declared, or one of the schema's own, whose name is its columns with commas between them.
     *
     * @throws NoSuchElementException if there is none of this name; says which there are
     */
    public final TypedIndex<R> index(String name) {
        return new TypedIndex<>(source.index(name), typed);
    }

    @Override
    public final String toString() {
        return table().toString();
    }
}
