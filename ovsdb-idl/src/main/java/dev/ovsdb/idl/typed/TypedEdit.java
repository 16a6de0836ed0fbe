package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.transaction.IdlTransaction;
import dev.ovsdb.idl.transaction.WritableRow;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a transaction does to a typed row: {@link WritableRow} with typed columns, so that the compiler knows which columns the row has
 * and what each may hold. A reference is a typed row, read anywhere or inserted by this transaction. It throws what {@code WritableRow}
 * throws, and {@link java.util.NoSuchElementException} for a row to refer to that is not there.
 *
 * @param <R> the type of the row
 */
public final class TypedEdit<R extends TypedRow> {
    private final IdlTransaction tx;
    private final WritableRow writable;
    private final R row;

    private TypedEdit(IdlTransaction tx, WritableRow writable, R row) {
        this.tx = tx;
        this.writable = writable;
        this.row = row;
    }

    /** As {@link IdlTransaction#edit}. */
    public static <R extends TypedRow> TypedEdit<R> of(IdlTransaction tx, R row) {
        return new TypedEdit<>(tx, in(tx, row), row);
    }

    /** A row of a transaction, as a row of a table. */
    public static <R extends TypedRow> TypedEdit<R> of(IdlTransaction tx, TypedTable<R> table, WritableRow row) {
        return new TypedEdit<>(tx, row, table.typed(row));
    }

    private static WritableRow in(IdlTransaction tx, TypedRow row) {
        return tx.require(row.source().table(), row.uuid());
    }

    /** The row: as it was given, or the one that is inserted, which may be referred to at once. */
    public R row() {
        return row;
    }

    /** The row without its type, for columns by name. */
    public WritableRow writable() {
        return writable;
    }

    // ---- Reading.

    /** A column's value, with what was staged. It is verified, as what is read of a row in a transaction is. */
    public <T> T get(Column<R, T> column) {
        return column.of(writable);
    }

    /** Has the server confirm the values of these columns as they were before this transaction, whether they were read or not. */
    @SafeVarargs
    public final TypedEdit<R> verify(Column<R, ?>... columns) {
        for (Column<R, ?> column : columns) {
            writable.verify(column.name());
        }
        return this;
    }

    // ---- Writing.

    /** Sets a column. */
    public <E> TypedEdit<R> set(SingleColumn<R, ?, E> column, E value) {
        writable.set(column.name(), column.datumOf(value));
        return this;
    }

    /** Sets a column, or empties it. */
    public <E> TypedEdit<R> set(OptionalColumn<R, E> column, Optional<E> value) {
        writable.set(column.name(), column.datum(value));
        return this;
    }

    /** Sets a column to these elements. */
    public <E> TypedEdit<R> set(SetColumn<R, E> column, Collection<? extends E> elements) {
        writable.set(column.name(), column.datumOf(elements));
        return this;
    }

    /** Sets a column to these pairs. */
    public <K, V> TypedEdit<R> set(MapColumn<R, K, V> column, Map<? extends K, ? extends V> pairs) {
        writable.set(column.name(), column.datumOf(pairs));
        return this;
    }

    /** Has a column refer to a row. */
    public <Q extends TypedRow> TypedEdit<R> set(RowColumn<R, Q> column, Q value) {
        writable.set(column.name(), in(tx, value));
        return this;
    }

    /** Has a column refer to these rows. */
    public <Q extends TypedRow> TypedEdit<R> set(ReferenceSetColumn<R, Q> column, Collection<? extends Q> rows) {
        writable.setReferences(
                column.name(), rows.stream().map(one -> in(tx, one)).toList());
        return this;
    }

    /** Has a map refer to these rows. */
    public <K, Q extends TypedRow> TypedEdit<R> set(
            ReferenceMapColumn<R, K, Q> column, Map<? extends K, ? extends Q> pairs) {
        clear(column);
        pairs.forEach((key, value) -> put(column, key, value));
        return this;
    }

    /** Sets a map to these rows and their values. */
    public <Q extends TypedRow, V> TypedEdit<R> set(
            ReferenceKeyMapColumn<R, Q, V> column, Map<? extends Q, ? extends V> pairs) {
        clear(column);
        pairs.forEach((key, value) -> put(column, key, value));
        return this;
    }

    /** Sets a map to these pairs of rows. */
    public <P extends TypedRow, Q extends TypedRow> TypedEdit<R> set(
            ReferencePairMapColumn<R, P, Q> column, Map<? extends P, ? extends Q> pairs) {
        clear(column);
        pairs.forEach((key, value) -> put(column, key, value));
        return this;
    }

    /** Sets a column to what a function makes of its value, which is read for that. */
    public <T> TypedEdit<R> update(Column<R, T> column, UnaryOperator<T> change) {
        writable.set(column.name(), column.datum(change.apply(get(column))));
        return this;
    }

    /** Empties a column. */
    public TypedEdit<R> clear(OptionalColumn<R, ?> column) {
        writable.clear(column.name());
        return this;
    }

    /** Empties a column. */
    public TypedEdit<R> clear(SetColumn<R, ?> column) {
        writable.clear(column.name());
        return this;
    }

    /** Empties a column. */
    public TypedEdit<R> clear(MapColumn<R, ?, ?> column) {
        writable.clear(column.name());
        return this;
    }

    /** Adds an element to a set, whatever else is in it at the server. */
    public <E> TypedEdit<R> add(SetColumn<R, E> column, E element) {
        writable.add(column.name(), column.atom(element));
        return this;
    }

    /** Adds a reference to a set, whatever else is in it at the server. */
    public <Q extends TypedRow> TypedEdit<R> add(ReferenceSetColumn<R, Q> column, Q element) {
        writable.add(column.name(), in(tx, element));
        return this;
    }

    /** Adds elements to a set, whatever else is in it at the server. */
    public <E> TypedEdit<R> addAll(SetColumn<R, E> column, Collection<? extends E> elements) {
        writable.add(column.name(), column.datumOf(elements));
        return this;
    }

    /** Adds references to a set, whatever else is in it at the server. */
    public <Q extends TypedRow> TypedEdit<R> addAll(ReferenceSetColumn<R, Q> column, Collection<? extends Q> elements) {
        elements.forEach(element -> add(column, element));
        return this;
    }

    /** Takes an element from a set, if it is in it. */
    public <E> TypedEdit<R> remove(SetColumn<R, E> column, E element) {
        writable.remove(column.name(), column.atom(element));
        return this;
    }

    /** Takes a reference from a set, if it is in it. */
    public <Q extends TypedRow> TypedEdit<R> remove(ReferenceSetColumn<R, Q> column, Q element) {
        return remove(column, element.uuid());
    }

    /** Takes elements from a set, whatever else is in it at the server, these or not. */
    public <E> TypedEdit<R> removeAll(SetColumn<R, E> column, Collection<? extends E> elements) {
        writable.remove(column.name(), column.datumOf(elements));
        return this;
    }

    /** Takes references from a set, whatever else is in it at the server, these or not. */
    public <Q extends TypedRow> TypedEdit<R> removeAll(
            ReferenceSetColumn<R, Q> column, Collection<? extends Q> elements) {
        writable.remove(column.name(), column.datumOfRows(elements));
        return this;
    }

    /** Puts a pair into a map, in place of another one of the same key. */
    public <K, V> TypedEdit<R> put(MapColumn<R, K, V> column, K key, V value) {
        writable.put(column.name(), column.keys().atom(key), column.values().atom(value));
        return this;
    }

    /** Has a map refer to a row under a key, in place of what was there under it. */
    public <K, Q extends TypedRow> TypedEdit<R> put(ReferenceMapColumn<R, K, Q> column, K key, Q value) {
        writable.put(column.name(), column.keys().atom(key), in(tx, value));
        return this;
    }

    /** Puts a value under a row, in place of what was there under it. */
    public <Q extends TypedRow, V> TypedEdit<R> put(ReferenceKeyMapColumn<R, Q, V> column, Q key, V value) {
        writable.put(column.name(), in(tx, key), column.values().atom(value));
        return this;
    }

    /** Has a map refer to a row under a row, in place of what was there under it. */
    public <P extends TypedRow, Q extends TypedRow> TypedEdit<R> put(
            ReferencePairMapColumn<R, P, Q> column, P key, Q value) {
        writable.put(column.name(), in(tx, key), in(tx, value));
        return this;
    }

    /** Puts pairs into a map, in place of others of the same keys. */
    public <K, V> TypedEdit<R> putAll(MapColumn<R, K, V> column, Map<? extends K, ? extends V> pairs) {
        pairs.forEach((key, value) -> put(column, key, value));
        return this;
    }

    /** Takes a key out of a map, with its value, if it is in it. */
    public <K> TypedEdit<R> removeKey(MapColumn<R, K, ?> column, K key) {
        writable.removeKey(column.name(), column.keys().atom(key));
        return this;
    }

    /** Takes a row out of the keys of a map, with its value, if it is among them. */
    public <Q extends TypedRow> TypedEdit<R> removeKey(ReferenceKeyMapColumn<R, Q, ?> column, Q key) {
        return removeKey(column, key.uuid());
    }

    /** Takes a row out of the keys of a map, with its value, if it is among them. */
    public <P extends TypedRow> TypedEdit<R> removeKey(ReferencePairMapColumn<R, P, ?> column, P key) {
        return removeKey(column, key.uuid());
    }

    /**
     * Adds to an integer, whatever it is at the server; where an optional column has none, nothing is added. {@link
     * dev.ovsdb.idl.transaction.Success#incremented(TypedRow, Column)} tells what it came to.
     */
    public TypedEdit<R> increment(OrderedColumn<R, Long> column, long by) {
        writable.increment(column.name(), by);
        return this;
    }

    /** Adds to a real, as {@link #increment(OrderedColumn, long)}. */
    public TypedEdit<R> increment(OrderedColumn<R, Double> column, double by) {
        writable.increment(column.name(), by);
        return this;
    }

    /** Deletes the row. It must not be used any more. */
    public void delete() {
        writable.delete();
    }

    @Override
    public String toString() {
        return writable.toString();
    }
}
