package dev.ovsdb.protocol.operation;

import java.util.Optional;

/** How a condition compares a column with a value: RFC 7047's {@code <function>}. */
public enum Function {
    LESS_THAN("<"),
    LESS_THAN_OR_EQUAL("<="),
    EQUAL("=="),
    NOT_EQUAL("!="),
    GREATER_THAN_OR_EQUAL(">="),
    GREATER_THAN(">"),
    INCLUDES("includes"),
    EXCLUDES("excludes");

    private static final Function[] VALUES = values();

    private final String symbol;

    Function(String symbol) {
        this.symbol = symbol;
    }

    /** The wire's form, such as {@code <=}. */
    public String symbol() {
        return symbol;
    }

    /** The function with this form on the wire, if there is one. */
    public static Optional<Function> of(String symbol) {
        for (Function function : VALUES) {
            if (function.symbol.equals(symbol)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    /** Whether the function orders, and so needs a column that holds an integer or a real, or may hold one. */
    boolean isOrder() {
        return this == LESS_THAN || this == LESS_THAN_OR_EQUAL || this == GREATER_THAN || this == GREATER_THAN_OR_EQUAL;
    }
}
