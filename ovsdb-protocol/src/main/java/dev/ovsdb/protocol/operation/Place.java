package dev.ovsdb.protocol.operation;

import org.jspecify.annotations.Nullable;

/** Names an operation in messages: {@code operation 3 (insert Bridge)}. */
final class Place {
    private Place() {}

    static String of(int index, @Nullable Operation operation) {
        if (operation == null) {
            return "operation " + index;
        }
        String table = operation instanceof TableOperation onTable ? " " + onTable.table() : "";
        return "operation " + index + " (" + operation.op() + table + ")";
    }
}
