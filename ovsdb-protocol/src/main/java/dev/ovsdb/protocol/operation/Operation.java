package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One operation of a transaction: RFC 7047's {@code <operation>}, section 5.2. */
public sealed interface Operation permits TableOperation, Commit, Abort, Comment, Assert {
    /** The wire's name of the operation, such as {@code insert}. */
    String op();

    /** Writes the operation as one JSON object. */
    void write(JsonWriter writer);

    /** The operation as JSON text. */
    default String toJson() {
        JsonWriter writer = new JsonWriter();
        write(writer);
        return writer.toString();
    }

    /**
     * Reads an operation without a schema: values are told apart by how they look, see
     * {@link dev.ovsdb.protocol.Datum#read(JsonReader)}.
     *
     * @throws InvalidOperationException if it is JSON, but no operation
     */
    static Operation read(JsonReader reader) {
        return read(reader, null);
    }

    /**
     * Reads an operation. Its members may come in any order. Values of columns that the schema knows are read by their type;
     * those of unknown tables and columns as if there were no schema, so that {@link Transaction#validate} can name them.
     *
     * @throws InvalidOperationException if it is JSON, but no operation, or a value does not suit its column
     * @throws dev.ovsdb.protocol.json.JsonSyntaxException if it is not JSON, or a list holds something else than it should
     */
    static Operation read(JsonReader reader, @Nullable DatabaseSchema schema) {
        return OperationReader.read(reader, schema);
    }

    /** Reads an operation from JSON text, without a schema. */
    static Operation parse(String json) {
        return read(JsonReader.of(json.getBytes(StandardCharsets.UTF_8)));
    }
}
