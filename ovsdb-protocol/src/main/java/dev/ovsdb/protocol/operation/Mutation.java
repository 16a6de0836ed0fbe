package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of one column in place: RFC 7047's {@code <mutation>}.
 *
 * <p>Arithmetic on a set applies to each element. {@code insert} into a map keeps the values of keys that are there already;
 * {@code delete} from a map takes a set of keys, or a map of the pairs to remove.
 */
public record Mutation(String column, Mutator mutator, Datum value) {
    public static Mutation add(String column, long value) {
        return new Mutation(column, Mutator.ADD, Datum.of(value));
    }

    public static Mutation add(String column, double value) {
        return new Mutation(column, Mutator.ADD, Datum.of(value));
    }

    public static Mutation subtract(String column, long value) {
        return new Mutation(column, Mutator.SUBTRACT, Datum.of(value));
    }

    public static Mutation subtract(String column, double value) {
        return new Mutation(column, Mutator.SUBTRACT, Datum.of(value));
    }

    public static Mutation multiply(String column, long value) {
        return new Mutation(column, Mutator.MULTIPLY, Datum.of(value));
    }

    public static Mutation multiply(String column, double value) {
        return new Mutation(column, Mutator.MULTIPLY, Datum.of(value));
    }

    public static Mutation divide(String column, long value) {
        return new Mutation(column, Mutator.DIVIDE, Datum.of(value));
    }

    public static Mutation divide(String column, double value) {
        return new Mutation(column, Mutator.DIVIDE, Datum.of(value));
    }

    /** The remainder; for integers only. */
    public static Mutation modulo(String column, long value) {
        return new Mutation(column, Mutator.MODULO, Datum.of(value));
    }

    public static Mutation insert(String column, Datum elements) {
        return new Mutation(column, Mutator.INSERT, elements);
    }

    public static Mutation insert(String column, Atom element) {
        return insert(column, Datum.of(element));
    }

    public static Mutation insert(String column, String element) {
        return insert(column, Datum.of(element));
    }

    public static Mutation insert(String column, long element) {
        return insert(column, Datum.of(element));
    }

    public static Mutation insert(String column, UUID element) {
        return insert(column, Datum.of(element));
    }

    public static Mutation delete(String column, Datum elements) {
        return new Mutation(column, Mutator.DELETE, elements);
    }

    public static Mutation delete(String column, Atom element) {
        return delete(column, Datum.of(element));
    }

    public static Mutation delete(String column, String element) {
        return delete(column, Datum.of(element));
    }

    public static Mutation delete(String column, long element) {
        return delete(column, Datum.of(element));
    }

    public static Mutation delete(String column, UUID element) {
        return delete(column, Datum.of(element));
    }

    /** Writes {@code [column, mutator, value]}. */
    public void write(JsonWriter writer) {
        writer.beginArray().value(column).value(mutator.symbol());
        value.write(writer);
        writer.endArray();
    }

    static Mutation read(JsonReader reader, @Nullable TableSchema table) {
        return ClauseReader.mutation(reader, table);
    }
}
