package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnType;

/** The types of the values that conditions and mutations of a column take; they are not always the column's own. */
final class OperandType {
    private OperandType() {}

    /** Whether the function suits a column of this type: order needs an integer or a real, or an optional one. */
    static boolean suits(Function function, ColumnType type) {
        return !function.isOrder() || isNumber(type.key()) && (type.isScalar() || type.isOptional());
    }

    /** The type of a condition's value. */
    static ColumnType of(Function function, ColumnType type) {
        return switch (function) {
            case EQUAL, NOT_EQUAL -> type;
            case LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL -> ColumnType.scalar(type.key());
            case INCLUDES -> type.isScalar() ? type : sized(type, type.max());
            case EXCLUDES -> type.isScalar() ? type : sized(type, ColumnType.UNLIMITED);
        };
    }

    /** Whether the mutator suits a column of this type. */
    static boolean suits(Mutator mutator, ColumnType type) {
        if (!mutator.isArithmetic()) {
            return !type.isScalar();
        }
        boolean number = mutator == Mutator.MODULO ? type.key().type() == AtomicType.INTEGER : isNumber(type.key());
        return number && !type.isMap();
    }

    /** The type of a mutation's value. From a map one deletes pairs in this form; keys as {@link #keysOf}. */
    static ColumnType of(Mutator mutator, ColumnType type) {
        return switch (mutator) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO -> ColumnType.scalar(type.key());
            case INSERT -> sized(type, type.max());
            case DELETE -> sized(type, ColumnType.UNLIMITED);
        };
    }

    /** The type of a set of keys to delete from a map. */
    static ColumnType keysOf(ColumnType map) {
        return ColumnType.set(map.key(), 0, ColumnType.UNLIMITED);
    }

    private static ColumnType sized(ColumnType type, long max) {
        return type.isMap()
                ? ColumnType.map(type.key(), type.requireValue(), 0, max)
                : ColumnType.set(type.key(), 0, max);
    }

    private static boolean isNumber(BaseType type) {
        return type.type() == AtomicType.INTEGER || type.type() == AtomicType.REAL;
    }
}
