package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.protocol.schema.TableSchema;
import org.jspecify.annotations.Nullable;

/**
 * Reads conditions and mutations: {@code [column, word, value]}. A value is read by the type that the word asks for, if column
 * and word go together; else as if there were no schema, so that validation can say what is wrong.
 */
final class ClauseReader {
    private ClauseReader() {}

    static Condition condition(JsonReader reader, @Nullable TableSchema table) {
        return switch (reader.peek()) {
            case TRUE, FALSE -> reader.nextBoolean() ? Condition.TRUE : Condition.FALSE;
            case BEGIN_ARRAY -> clause(reader, table);
            default -> throw InvalidOperationException.syntax("Parse error in condition.");
        };
    }

    private static Condition clause(JsonReader reader, @Nullable TableSchema table) {
        String column = begin(reader, "condition");
        String symbol = word(reader, "condition");
        Function function = Function.of(symbol)
                .orElseThrow(() ->
                        new InvalidOperationException(ErrorTag.UNKNOWN_FUNCTION, "No function named " + symbol + "."));
        ColumnType type = type(table, column);
        Datum value = type == null || !OperandType.suits(function, type)
                ? Datum.read(reader)
                : Datum.read(reader, OperandType.of(function, type));
        end(reader, "condition");
        return Condition.of(column, function, value);
    }

    static Mutation mutation(JsonReader reader, @Nullable TableSchema table) {
        String column = begin(reader, "mutation");
        String symbol = word(reader, "mutation");
        Mutator mutator = Mutator.of(symbol)
                .orElseThrow(() ->
                        new InvalidOperationException(ErrorTag.UNKNOWN_MUTATOR, "No mutator named " + symbol + "."));
        Datum value = operand(reader, mutator, type(table, column));
        end(reader, "mutation");
        return new Mutation(column, mutator, value);
    }

    private static Datum operand(JsonReader reader, Mutator mutator, @Nullable ColumnType type) {
        if (type == null || !OperandType.suits(mutator, type)) {
            return Datum.read(reader);
        }
        if (mutator == Mutator.DELETE && type.isMap()) {
            return deleted(reader, type);
        }
        return Datum.read(reader, OperandType.of(mutator, type));
    }

    /** Pairs or keys of a map: which of both, only the text says; a look at a copy costs little, as it is rare. */
    private static Datum deleted(JsonReader reader, ColumnType map) {
        byte[] text = reader.rawValue();
        JsonReader look = JsonReader.of(text);
        boolean pairs = false;
        if (look.peek() == JsonToken.BEGIN_ARRAY) {
            look.beginArray();
            pairs = look.hasNext()
                    && look.peek() == JsonToken.STRING
                    && look.nextString().equals("map");
        }
        ColumnType type = pairs ? OperandType.of(Mutator.DELETE, map) : OperandType.keysOf(map);
        return Datum.read(JsonReader.of(text), type);
    }

    private static @Nullable ColumnType type(@Nullable TableSchema table, String column) {
        return table == null
                ? null
                : table.column(column).map(ColumnSchema::type).orElse(null);
    }

    private static String begin(JsonReader reader, String what) {
        require(reader.peek() == JsonToken.BEGIN_ARRAY, what);
        reader.beginArray();
        return word(reader, what);
    }

    private static String word(JsonReader reader, String what) {
        require(reader.hasNext() && reader.peek() == JsonToken.STRING, what);
        String word = reader.nextString();
        require(reader.hasNext(), what);
        return word;
    }

    private static void end(JsonReader reader, String what) {
        require(!reader.hasNext(), what);
        reader.endArray();
    }

    private static void require(boolean expected, String what) {
        if (!expected) {
            throw InvalidOperationException.syntax("Parse error in " + what + ".");
        }
    }
}
