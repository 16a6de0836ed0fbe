package dev.ovsdb.server.check;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.text.EnglishType;

/** What conditions and mutations consist of: a column, the word for a function or mutator, and a value. */
record Clause(JsonValue json, String column, String word, JsonValue operand) {
    static Clause read(JsonValue json, String what) throws RejectedException {
        if (json instanceof JsonArray clause
                && clause.size() == 3
                && clause.get(0) instanceof JsonString column
                && clause.get(1) instanceof JsonString word) {
            return new Clause(json, column.value(), word.value(), clause.get(2));
        }
        throw RejectedException.syntax(json, "Parse error in " + what + ".");
    }

    ColumnSchema column(TableSchema table) throws RejectedException {
        return table.column(column)
                .orElseThrow(() -> RejectedException.tagged(
                        json, ErrorTag.UNKNOWN_COLUMN, "No column " + column + " in table " + table.name() + "."));
    }

    RejectedException mismatch(ColumnSchema of) {
        return RejectedException.syntax(
                json,
                "Type mismatch: \"" + word + "\" operator may not be applied to column " + of.name() + " of type "
                        + EnglishType.of(of.type()) + ".");
    }
}
