package dev.ovsdb.protocol.schema;

import dev.ovsdb.protocol.json.JsonWriter;

final class SchemaWriter {
    private SchemaWriter() {}

    static void write(DatabaseSchema schema, JsonWriter out) {
        throw new UnsupportedOperationException();
    }

    static String text(BaseType type) {
        throw new UnsupportedOperationException();
    }

    static String text(ColumnType type) {
        throw new UnsupportedOperationException();
    }
}
