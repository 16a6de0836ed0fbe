package dev.ovsdb.server.check;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Tests a list of columns: of a select, a wait, a monitor, or an index of a schema. */
public final class ColumnsCheck {
    private ColumnsCheck() {}

    /**
     * The columns' names.
     *
     * @param exists whether there is such a column; the implicit ones count
     * @throws RejectedException if this is no array of different names of columns
     */
    public static List<String> check(JsonValue json, Predicate<String> exists) throws RejectedException {
        if (!(json instanceof JsonArray names)) {
            throw notDistinct(json);
        }
        List<String> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonValue name : names) {
            if (!(name instanceof JsonString string)) {
                throw notDistinct(json);
            }
            if (!exists.test(string.value())) {
                throw RejectedException.syntax(json, string.value() + " is not a valid column name");
            }
            if (!seen.add(string.value())) {
                throw notDistinct(json);
            }
            columns.add(string.value());
        }
        return columns;
    }

    private static RejectedException notDistinct(JsonValue json) {
        return RejectedException.syntax(json, "array of distinct column names expected");
    }
}
