package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Function;
import dev.ovsdb.protocol.operation.Mutator;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.server.check.AtomRules;
import dev.ovsdb.server.check.RejectedException;
import org.jspecify.annotations.Nullable;

/** A column, with all that operations want to know about it worked out once. Immutable. */
final class ColumnRules {
    final int index; // In the table's layout.
    final ColumnSchema schema;
    final ColumnType type;
    final boolean holdsUuids;
    final Datum defaultDatum;
    private final AtomTest keys;
    private final AtomTest values;
    private final @Nullable ColumnType[] operands = new ColumnType[Function.values().length];
    private final @Nullable ColumnType[] arguments = new ColumnType[Mutator.values().length];
    final ColumnType keysToDelete;

    ColumnRules(int index, ColumnSchema schema) {
        this.index = index;
        this.schema = schema;
        this.type = schema.type();
        this.defaultDatum = type.defaultDatum();
        this.holdsUuids =
                isUuid(type.key()) || type.value().map(ColumnRules::isUuid).orElse(false);
        this.keys = AtomTest.of(type.key());
        this.values = type.value().map(AtomTest::of).orElse(AtomTest.ANY);
        this.keysToDelete = ColumnType.set(type.key(), 0, ColumnType.UNLIMITED);
        for (Function function : Function.values()) {
            operands[function.ordinal()] = operandType(function);
        }
        for (Mutator mutator : Mutator.values()) {
            arguments[mutator.ordinal()] = argumentType(mutator);
        }
    }

    /** The type of the value that a condition compares the column with; null if the function does not suit the column. */
    @Nullable
    ColumnType operand(Function function) {
        return operands[function.ordinal()];
    }

    /** The type of the value of a mutation; null if the mutator does not suit the column. */
    @Nullable
    ColumnType argument(Mutator mutator) {
        return arguments[mutator.ordinal()];
    }

    /** Whether the column's constraints allow these atoms; their number is not looked at. */
    boolean allows(Datum value) {
        return keys.allowsKeys(value) && values.allowsValues(value);
    }

    /** What is wrong with the default, if the column does not allow it. */
    OperationError defaultViolation() {
        try {
            AtomRules.check(defaultDatum, type);
        } catch (RejectedException e) {
            return e.error();
        }
        throw new AssertionError("one check of " + schema + " refuses what another one allows");
    }

    private @Nullable ColumnType operandType(Function function) {
        return switch (function) {
            case EQUAL, NOT_EQUAL -> type;
            case INCLUDES -> type.isScalar() ? type : sized(type.max());
            case EXCLUDES -> type.isScalar() ? type : sized(ColumnType.UNLIMITED);
            case LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL ->
                isNumber() && (type.isScalar() || type.isOptional()) ? ColumnType.scalar(type.key()) : null;
        };
    }

    private @Nullable ColumnType argumentType(Mutator mutator) {
        if (!schema.mutable()) {
            return null;
        }
        return switch (mutator) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> isNumber() && !type.isMap() ? number() : null;
            case MODULO -> type.key().type() == AtomicType.INTEGER && !type.isMap() ? number() : null;
            case INSERT -> type.isScalar() ? null : sized(type.max());
            case DELETE -> type.isScalar() ? null : sized(ColumnType.UNLIMITED);
        };
    }

    /** What one calculates with need not keep to the column's constraints; the result must. */
    private ColumnType number() {
        return ColumnType.scalar(type.key().type());
    }

    private ColumnType sized(long max) {
        return type.isMap()
                ? ColumnType.map(type.key(), type.requireValue(), 0, max)
                : ColumnType.set(type.key(), 0, max);
    }

    private boolean isNumber() {
        return type.key().type() == AtomicType.INTEGER || type.key().type() == AtomicType.REAL;
    }

    private static boolean isUuid(BaseType type) {
        return type.type() == AtomicType.UUID;
    }
}
