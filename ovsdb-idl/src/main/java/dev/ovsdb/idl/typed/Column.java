package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.ReadableRow;
import dev.ovsdb.idl.Replica;
import dev.ovsdb.idl.interest.KeyPart;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Function;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * A column of a table, and the Java type of its values. Immutable. Each kind of column has the conditions that suit it.
 *
 * @param <R> the rows that have it
 * @param <T> the type of its values
 */
public abstract sealed class Column<R extends TypedRow, T> permits SingleColumn, SetColumn, MapColumn {
    private final String table;
    private final String name;

    Column(String table, String name) {
        this.table = Objects.requireNonNull(table, "table");
        this.name = Objects.requireNonNull(name, "name");
    }

    /** The name of its table. */
    public final String table() {
        return table;
    }

    /** Its name in the schema. */
    public final String name() {
        return name;
    }

    /**
     * The Java value of what the column holds. A set or a map is a view, which cannot be changed.
     *
     * @throws IllegalStateException if it is of another type, as a server of another schema may have it
     */
    public abstract T value(Datum datum);

    /**
     * What the column is to hold for a Java value. Constraints of the schema are not looked at: the server does that.
     *
     * @throws IllegalArgumentException if the value cannot be sent, as a real that is not finite or a string with U+0000
     */
    public abstract Datum datum(T value);

    /**
     * The column's value in a row without a type.
     *
     * @throws NoSuchElementException if the column is not held
     * @throws IllegalStateException as {@link #value}
     */
    public final T of(ReadableRow row) {
        return value(row.get(name));
    }

    /** The column's value in a row, as {@link #of(ReadableRow)}. */
    public final T of(R row) {
        return of(row.source());
    }

    /** Whether the server has the column. If it has not, each row has its default. */
    public final boolean isIn(Replica replica) {
        return replica.hasColumn(table, name);
    }

    /** The column as a part of an index's key. */
    public final KeyPart part() {
        return KeyPart.column(name);
    }

    final Condition condition(Function function, Datum value) {
        return Condition.of(name, function, value);
    }

    /** Table and name, as {@code Bridge.ports}. */
    @Override
    public final String toString() {
        return table + "." + name;
    }
}
