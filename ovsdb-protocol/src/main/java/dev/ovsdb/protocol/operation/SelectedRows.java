package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.RowFormat;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the rows of one select are read. */
final class SelectedRows {
    private SelectedRows() {}

    /** By the column types of the table, if the operation selects from one that the schema has; else by their looks. */
    static RowFormat format(List<Operation> operations, int index, @Nullable DatabaseSchema schema) {
        if (schema != null && index < operations.size() && operations.get(index) instanceof Select select) {
            return RowFormat.ofNullable(schema.table(select.table()).orElse(null));
        }
        return RowFormat.UNTYPED;
    }
}
