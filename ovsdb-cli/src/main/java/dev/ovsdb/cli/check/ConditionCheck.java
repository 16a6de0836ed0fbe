package dev.ovsdb.cli.check;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBoolean;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.List;
import java.util.Locale;

/** Tests a condition on the rows of a table: clauses of column, function and value, or booleans. */
public final class ConditionCheck {
    private static final List<String> FUNCTIONS = List.of("<", "<=", "==", "!=", ">=", ">", "includes", "excludes");

    private ConditionCheck() {}

    public static void check(JsonValue condition, TableSchema table) throws RejectedException {
        if (!(condition instanceof JsonArray clauses)) {
            throw RejectedException.syntax(condition, "array expected"); // Here the reference crashes.
        }
        for (JsonValue clause : clauses) {
            if (!(clause instanceof JsonBoolean)) {
                checkClause(clause, table);
            }
        }
    }

    private static void checkClause(JsonValue json, TableSchema table) throws RejectedException {
        if (!(json instanceof JsonArray clause)
                || clause.size() != 3
                || !(clause.get(0) instanceof JsonString name)
                || !(clause.get(1) instanceof JsonString function)) {
            throw RejectedException.syntax(json, "Parse error in condition.");
        }
        ColumnSchema column = table.column(name.value()).orElse(null);
        if (column == null) {
            throw RejectedException.tagged(
                    json, "unknown column", "No column " + name.value() + " in table " + table.name() + ".");
        }
        if (!FUNCTIONS.contains(function.value())) {
            throw RejectedException.plain("unknown function", "No function named " + function.value() + ".");
        }
        operand(json, column, function.value()).check(clause.get(2));
    }

    private static DatumCheck operand(JsonValue json, ColumnSchema column, String function) throws RejectedException {
        ColumnType type = column.type();
        long min = type.min();
        long max = type.max();
        if (function.startsWith("<") || function.startsWith(">")) {
            checkOrdered(json, column, function);
        } else if (function.equals("excludes") && !type.isScalar()) {
            min = 0;
            max = ColumnType.UNLIMITED;
        } else if (function.equals("includes") && !type.isScalar()) {
            min = 0;
        }
        return new DatumCheck(type.key(), type.value(), min, max);
    }

    private static void checkOrdered(JsonValue json, ColumnSchema column, String function) throws RejectedException {
        ColumnType type = column.type();
        AtomicType key = type.key().type();
        boolean ordered = key == AtomicType.INTEGER || key == AtomicType.REAL;
        if (!ordered || !type.isScalar() && !type.isOptional()) {
            throw RejectedException.syntax(
                    json,
                    "Type mismatch: \"" + function + "\" operator may not be applied to column " + column.name()
                            + " of type " + english(type) + ".");
        }
    }

    private static String english(ColumnType type) {
        String key = type.key().type().name().toLowerCase(Locale.ROOT);
        if (type.isScalar()) {
            return key;
        }
        String elements = type.value()
                .map(value -> " (" + key + ", " + value.type().name().toLowerCase(Locale.ROOT) + ") pairs")
                .orElse(" " + key + "s");
        return (type.isMap() ? "map" : "set") + count(type) + elements;
    }

    private static String count(ColumnType type) {
        if (type.max() == ColumnType.UNLIMITED) {
            return type.min() == 0 ? " of" : " of " + type.min() + " or more";
        }
        return type.min() == 0 ? " of up to " + type.max() : " of " + type.min() + " to " + type.max();
    }
}
