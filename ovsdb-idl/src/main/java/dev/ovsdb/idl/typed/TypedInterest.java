package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wanted of a database, said by columns. */
public final class TypedInterest {
    private TypedInterest() {}

    /**
     * Exactly these columns. What the server has not got is read as this schema's default.
     *
     * @param schema the one that the program was written for
     * @throws java.util.NoSuchElementException if the schema has not got a column
     */
    public static Interest of(DatabaseSchema schema, Column<?, ?>... columns) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (Column<?, ?> column : columns) {
            names.computeIfAbsent(column.table(), table -> new ArrayList<>()).add(column.name());
        }
        return Interest.of(schema.subset(names));
    }
}
