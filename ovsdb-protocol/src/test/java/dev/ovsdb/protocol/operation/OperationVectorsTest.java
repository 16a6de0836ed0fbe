package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.vectors.Vectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Operations as clients write them, read with and without the schema: the canonical text, or what is refused and why. */
class OperationVectorsTest {
    private final DatabaseSchema schema = Vectors.schema();

    @TestFactory
    Stream<DynamicTest> operations() {
        return Vectors.of(
                "operation", text -> "typed   " + read(text, schema) + "\nuntyped " + read(text, null) + "\n");
    }

    private static String read(byte[] text, @Nullable DatabaseSchema schema) {
        try {
            JsonReader reader = JsonReader.of(text);
            Operation operation = Operation.read(reader, schema);
            reader.end();
            return operation.toJson();
        } catch (InvalidOperationException refused) {
            return refused.getMessage();
        }
    }
}
