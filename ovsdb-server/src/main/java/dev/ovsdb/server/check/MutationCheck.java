package dev.ovsdb.server.check;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.Mutator;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.Optional;

/** Tests one mutation of a transaction: column, mutator and value. */
public final class MutationCheck {
    private MutationCheck() {}

    /** @throws RejectedException if this is no mutation for this table */
    public static void check(JsonValue json, TableSchema table) throws RejectedException {
        Clause clause = Clause.read(json, "mutation");
        ColumnSchema column = clause.column(table);
        if (!column.mutable()) {
            throw RejectedException.tagged(
                    json,
                    ErrorTag.CONSTRAINT_VIOLATION,
                    "Cannot mutate immutable column " + column.name() + " in table " + table.name() + ".");
        }
        Mutator mutator = Mutator.of(clause.word())
                .orElseThrow(() ->
                        RejectedException.plain(ErrorTag.UNKNOWN_MUTATOR, "No mutator named " + clause.word() + "."));
        checkOperand(clause, column, mutator);
    }

    private static void checkOperand(Clause clause, ColumnSchema column, Mutator mutator) throws RejectedException {
        ColumnType type = column.type();
        switch (mutator) {
            case INSERT -> elements(clause, column, type.max()).check(clause.operand());
            case DELETE -> checkDeleted(clause, column);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO -> {
                if (!isCalculable(type, mutator)) {
                    throw clause.mismatch(column);
                }
                BaseType any = BaseType.of(type.key().type());
                new DatumCheck(any, Optional.empty(), 1, 1, Names.ALLOWED).check(clause.operand());
            }
        }
    }

    /** Elements, or of a map pairs or keys: if it is neither, then the error is that of keys. */
    private static void checkDeleted(Clause clause, ColumnSchema column) throws RejectedException {
        ColumnType type = column.type();
        DatumCheck whole = elements(clause, column, ColumnType.UNLIMITED);
        try {
            whole.check(clause.operand());
        } catch (RejectedException noPairs) {
            if (!type.isMap()) {
                throw noPairs;
            }
            new DatumCheck(type.key(), Optional.empty(), 0, ColumnType.UNLIMITED, Names.ALLOWED)
                    .check(clause.operand());
        }
    }

    private static DatumCheck elements(Clause clause, ColumnSchema column, long max) throws RejectedException {
        ColumnType type = column.type();
        if (type.isScalar()) {
            throw clause.mismatch(column);
        }
        return new DatumCheck(type.key(), type.value(), 0, max, Names.ALLOWED);
    }

    private static boolean isCalculable(ColumnType type, Mutator mutator) {
        AtomicType key = type.key().type();
        boolean number = key == AtomicType.INTEGER || key == AtomicType.REAL && mutator != Mutator.MODULO;
        return number && !type.isMap();
    }
}
