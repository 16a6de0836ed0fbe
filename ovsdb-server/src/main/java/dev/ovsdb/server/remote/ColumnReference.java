package dev.ovsdb.server.remote;

import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.engine.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A column that {@code db:DATABASE,TABLE,COLUMN} names, by the schema of the moment. */
record ColumnReference(Database database, TableSchema table, ColumnSchema column) {
    static final String PREFIX = "db:";

    /** @throws IllegalArgumentException in the reference's words, if it names nothing */
    static ColumnReference parse(String text, Function<String, Optional<Database>> databases) {
        List<String> names = names(text);
        if (names.size() < 3) {
            throw wrong(text, "invalid syntax");
        }
        Database database =
                databases.apply(names.get(0)).orElseThrow(() -> wrong(text, "no database named " + names.get(0)));
        TableSchema table =
                database.schema().table(names.get(1)).orElseThrow(() -> wrong(text, "no table named " + names.get(1)));
        ColumnSchema column = table.column(names.get(2))
                .orElseThrow(
                        () -> wrong(text, "table \"" + table.name() + "\" has no column \"" + names.get(2) + "\""));
        return new ColumnReference(database, table, column);
    }

    /** As {@link #parse}, for a column of strings. */
    static ColumnReference parseStrings(String text, Function<String, Optional<Database>> databases) {
        ColumnReference reference = parse(text, databases);
        if (!reference.isStrings()) {
            throw wrong(
                    text,
                    "table \"" + reference.table.name() + "\" column \"" + reference.column.name()
                            + "\" is not string or set of strings");
        }
        return reference;
    }

    /** What stands between commas; as in the reference, empty names are passed over, and so is what follows the third. */
    private static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        for (String name : text.substring(PREFIX.length()).split(",")) {
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    private static IllegalArgumentException wrong(String text, String reason) {
        return new IllegalArgumentException("\"" + text + "\": " + reason);
    }

    boolean isStrings() {
        return !column.type().isMap() && column.type().key().type() == AtomicType.STRING;
    }

    /** The table whose rows it refers to, if it does. */
    Optional<TableSchema> referenced() {
        BaseType key = column.type().key();
        return column.type().isMap() ? Optional.empty() : key.refTable().flatMap(database.schema()::table);
    }
}
