package dev.ovsdb.protocol.schema;

import dev.ovsdb.protocol.json.JsonReader;

final class SchemaParser {
    private SchemaParser() {}

    static DatabaseSchema parse(JsonReader in) {
        throw new UnsupportedOperationException();
    }
}
