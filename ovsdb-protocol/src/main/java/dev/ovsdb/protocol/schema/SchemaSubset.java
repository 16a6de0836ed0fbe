package dev.ovsdb.protocol.schema;

import java.util.Collection;
import java.util.Map;

final class SchemaSubset {
    private SchemaSubset() {}

    static DatabaseSchema of(DatabaseSchema schema, Map<String, ? extends Collection<String>> columnsByTable) {
        throw new UnsupportedOperationException();
    }
}
