package dev.ovsdb.server.check;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBoolean;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.Function;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.protocol.schema.TableSchema;

/** Tests a condition on the rows of a table: clauses of column, function and value, or booleans. */
public final class ConditionCheck {
    private final TableSchema table;
    private final Names names;

    private ConditionCheck(TableSchema table, Names names) {
        this.table = table;
        this.names = names;
    }

    /** @throws RejectedException if the clauses are no array, or one of them is no clause for this table */
    public static void check(JsonValue condition, TableSchema table, Names names) throws RejectedException {
        if (!(condition instanceof JsonArray clauses)) {
            throw RejectedException.syntax(condition, "array expected"); // Here the reference's client crashes.
        }
        ConditionCheck check = new ConditionCheck(table, names);
        for (JsonValue clause : clauses) {
            if (!(clause instanceof JsonBoolean)) {
                check.clause(clause);
            }
        }
    }

    private void clause(JsonValue json) throws RejectedException {
        Clause clause = Clause.read(json, "condition");
        ColumnSchema column = clause.column(table);
        Function function = Function.of(clause.word())
                .orElseThrow(() ->
                        RejectedException.plain(ErrorTag.UNKNOWN_FUNCTION, "No function named " + clause.word() + "."));
        operand(clause, column, function).check(clause.operand());
    }

    private DatumCheck operand(Clause clause, ColumnSchema column, Function function) throws RejectedException {
        ColumnType type = column.type();
        return switch (function) {
            case EQUAL, NOT_EQUAL -> DatumCheck.of(type, names);
            case INCLUDES -> type.isScalar() ? DatumCheck.of(type, names) : anyOf(type, type.max());
            case EXCLUDES -> type.isScalar() ? DatumCheck.of(type, names) : anyOf(type, ColumnType.UNLIMITED);
            case LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL -> {
                requireOrdered(clause, column);
                yield new DatumCheck(type.key(), type.value(), 1, 1, names);
            }
        };
    }

    private DatumCheck anyOf(ColumnType type, long max) {
        return new DatumCheck(type.key(), type.value(), 0, max, names);
    }

    private static void requireOrdered(Clause clause, ColumnSchema column) throws RejectedException {
        ColumnType type = column.type();
        AtomicType key = type.key().type();
        boolean ordered = key == AtomicType.INTEGER || key == AtomicType.REAL;
        if (!ordered || !type.isScalar() && !type.isOptional()) {
            throw clause.mismatch(column);
        }
    }
}
