package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A test on a row: RFC 7047's {@code <condition>}, and the two boolean clauses of Open vSwitch. In a transaction a row must
 * meet all conditions of a list, in a monitor it is enough to meet one.
 */
public sealed interface Condition {
    /** Met by every row. */
    Condition TRUE = new Constant(true);

    /** Met by no row. */
    Condition FALSE = new Constant(false);

    /** Compares a column with a value. */
    record Clause(String column, Function function, Datum value) implements Condition {
        @Override
        public void write(JsonWriter writer) {
            writer.beginArray().value(column).value(function.symbol());
            value.write(writer);
            writer.endArray();
        }
    }

    /** A boolean clause; use {@link #TRUE} and {@link #FALSE}. */
    record Constant(boolean value) implements Condition {
        @Override
        public void write(JsonWriter writer) {
            writer.value(value);
        }
    }

    /** Writes {@code [column, function, value]}, {@code true} or {@code false}. */
    void write(JsonWriter writer);

    /**
     * Reads a condition; the value by its column's type if the table is given and has the column.
     *
     * @throws InvalidOperationException if it is JSON, but no condition
     * @throws dev.ovsdb.protocol.InvalidDatumException if the value does not suit the column
     */
    static Condition read(JsonReader reader, @Nullable TableSchema table) {
        return ClauseReader.condition(reader, table);
    }

    static Condition of(String column, Function function, Datum value) {
        return new Clause(column, function, value);
    }

    /** The row with this UUID. */
    static Condition uuid(UUID row) {
        return equal("_uuid", row);
    }

    /** The row that an insert of the same transaction gave this name. */
    static Condition namedUuid(String uuidName) {
        return equal("_uuid", Atom.named(uuidName));
    }

    static Condition equal(String column, Datum value) {
        return of(column, Function.EQUAL, value);
    }

    static Condition equal(String column, Atom value) {
        return equal(column, Datum.of(value));
    }

    static Condition equal(String column, String value) {
        return equal(column, Datum.of(value));
    }

    static Condition equal(String column, long value) {
        return equal(column, Datum.of(value));
    }

    static Condition equal(String column, double value) {
        return equal(column, Datum.of(value));
    }

    static Condition equal(String column, boolean value) {
        return equal(column, Datum.of(value));
    }

    static Condition equal(String column, UUID value) {
        return equal(column, Datum.of(value));
    }

    static Condition notEqual(String column, Datum value) {
        return of(column, Function.NOT_EQUAL, value);
    }

    static Condition notEqual(String column, Atom value) {
        return notEqual(column, Datum.of(value));
    }

    static Condition notEqual(String column, String value) {
        return notEqual(column, Datum.of(value));
    }

    static Condition notEqual(String column, long value) {
        return notEqual(column, Datum.of(value));
    }

    static Condition notEqual(String column, double value) {
        return notEqual(column, Datum.of(value));
    }

    static Condition notEqual(String column, boolean value) {
        return notEqual(column, Datum.of(value));
    }

    static Condition notEqual(String column, UUID value) {
        return notEqual(column, Datum.of(value));
    }

    static Condition lessThan(String column, long value) {
        return of(column, Function.LESS_THAN, Datum.of(value));
    }

    static Condition lessThan(String column, double value) {
        return of(column, Function.LESS_THAN, Datum.of(value));
    }

    static Condition lessThanOrEqual(String column, long value) {
        return of(column, Function.LESS_THAN_OR_EQUAL, Datum.of(value));
    }

    static Condition lessThanOrEqual(String column, double value) {
        return of(column, Function.LESS_THAN_OR_EQUAL, Datum.of(value));
    }

    static Condition greaterThan(String column, long value) {
        return of(column, Function.GREATER_THAN, Datum.of(value));
    }

    static Condition greaterThan(String column, double value) {
        return of(column, Function.GREATER_THAN, Datum.of(value));
    }

    static Condition greaterThanOrEqual(String column, long value) {
        return of(column, Function.GREATER_THAN_OR_EQUAL, Datum.of(value));
    }

    static Condition greaterThanOrEqual(String column, double value) {
        return of(column, Function.GREATER_THAN_OR_EQUAL, Datum.of(value));
    }

    /** The column holds all these elements; the empty set is in every row. */
    static Condition includes(String column, Datum elements) {
        return of(column, Function.INCLUDES, elements);
    }

    static Condition includes(String column, Atom element) {
        return includes(column, Datum.of(element));
    }

    static Condition includes(String column, String element) {
        return includes(column, Datum.of(element));
    }

    static Condition includes(String column, long element) {
        return includes(column, Datum.of(element));
    }

    static Condition includes(String column, UUID element) {
        return includes(column, Datum.of(element));
    }

    /** The column holds none of these elements. */
    static Condition excludes(String column, Datum elements) {
        return of(column, Function.EXCLUDES, elements);
    }

    static Condition excludes(String column, Atom element) {
        return excludes(column, Datum.of(element));
    }

    static Condition excludes(String column, String element) {
        return excludes(column, Datum.of(element));
    }

    static Condition excludes(String column, long element) {
        return excludes(column, Datum.of(element));
    }

    static Condition excludes(String column, UUID element) {
        return excludes(column, Datum.of(element));
    }
}
