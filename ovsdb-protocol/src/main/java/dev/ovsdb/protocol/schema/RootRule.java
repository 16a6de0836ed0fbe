package dev.ovsdb.protocol.schema;

import java.util.LinkedHashMap;
import java.util.Map;

/** RFC 7047, section 3.2: where no table of a schema is root, all are, for else no row could ever stay. */
final class RootRule {
    private RootRule() {}

    static Map<String, TableSchema> apply(Map<String, TableSchema> tables) {
        if (tables.values().stream().anyMatch(TableSchema::isRoot)) {
            return tables;
        }
        Map<String, TableSchema> roots = new LinkedHashMap<>();
        tables.forEach((name, table) -> roots.put(name, table.withRoot(true)));
        return roots;
    }
}
