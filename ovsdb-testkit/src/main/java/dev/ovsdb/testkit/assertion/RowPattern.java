package dev.ovsdb.testkit.assertion;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values that a row must have in some of its columns. */
final class RowPattern {
    private final Map<String, ExpectedValue> values;

    private RowPattern(Map<String, ExpectedValue> values) {
        this.values = values;
    }

    /** Of a known table: values are read by their column's type. */
    static RowPattern of(TableSchema table, String column, Object value, Object... more) {
        return of(name -> table.requireColumn(name), column, value, more);
    }

    /** Of rows without a schema: a number is equal to the same number of the other kind. */
    static RowPattern untyped(String column, Object value, Object... more) {
        return of(name -> null, column, value, more);
    }

    private static RowPattern of(
            Function<String, @Nullable ColumnSchema> schema, String column, Object value, Object... more) {
        if (more.length % 2 != 0)
            throw new IllegalArgumentException(
                    "columns and values come in turn, but the last column has no value: " + more[more.length - 1]);
        Map<String, ExpectedValue> values = new LinkedHashMap<>();
        values.put(column, ExpectedValue.of(schema.apply(column), column, value));
        for (int i = 0; i < more.length; i += 2) {
            if (!(more[i] instanceof String name))
                throw new IllegalArgumentException(
                        "columns and values come in turn, but where a column should be there is " + more[i]);
            values.put(name, ExpectedValue.of(schema.apply(name), name, more[i + 1]));
        }
        return new RowPattern(values);
    }

    /** Whether a row has these values; one that lacks a column does not. */
    boolean matches(Row row) {
        for (Map.Entry<String, ExpectedValue> expected : values.entrySet()) {
            Datum value = row.find(expected.getKey());
            if (value == null || !expected.getValue().matches(value)) return false;
        }
        return true;
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", "));
    }
}
