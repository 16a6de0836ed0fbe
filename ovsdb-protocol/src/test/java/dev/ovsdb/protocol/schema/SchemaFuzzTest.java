package dev.ovsdb.protocol.schema;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A schema that is taken prints as the same schema, is the same as itself, and can be used; any other is refused with a reason. */
class SchemaFuzzTest {
    @FuzzTest
    void schema(byte[] json) {
        DatabaseSchema schema = parse(json);
        if (schema == null) {
            return;
        }
        String text = schema.toJson();
        DatabaseSchema again = DatabaseSchema.parse(text);
        require(again.equals(schema) && again.hashCode() == schema.hashCode(), text, schema);
        require(again.toJson().equals(text), again.toJson(), text);
        require(schema.compare(again).differences().isEmpty(), schema.compare(again), "no difference");
        use(schema);
    }

    private static @Nullable DatabaseSchema parse(byte[] json) {
        try {
            return DatabaseSchema.parse(json);
        } catch (JsonSyntaxException | SchemaException e) {
            require(!String.valueOf(e.getMessage()).isBlank(), "no reason", e);
            return null;
        }
    }

    private static void use(DatabaseSchema schema) {
        for (TableSchema table : schema.tables()) {
            require(schema.requireTable(table.name()) == table, table, "the table of that name");
            for (ColumnSchema column : table.columns()) {
                Datum value = column.type().defaultDatum();
                String text = value.toString();
                require(!text.isBlank(), column, "a default that prints");
            }
            // Not equal as a whole: without any root table the text means that all are.
            DatabaseSchema part = schema.subset(Map.of(table.name(), List.of()));
            TableSchema read = DatabaseSchema.parse(part.toJson()).requireTable(table.name());
            require(
                    Set.copyOf(read.columns())
                            .equals(Set.copyOf(part.requireTable(table.name()).columns())),
                    read.columns(),
                    part.requireTable(table.name()).columns());
        }
    }

    private static void require(boolean condition, Object found, @Nullable Object expected) {
        if (!condition) {
            throw new AssertionError("found " + found + ", expected " + expected);
        }
    }
}
