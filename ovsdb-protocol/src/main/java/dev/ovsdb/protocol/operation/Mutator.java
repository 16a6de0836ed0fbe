package dev.ovsdb.protocol.operation;

import java.util.Optional;

/** How a mutation changes a column: RFC 7047's {@code <mutator>}. */
public enum Mutator {
    ADD("+="),
    SUBTRACT("-="),
    MULTIPLY("*="),
    DIVIDE("/="),
    MODULO("%="),
    INSERT("insert"),
    DELETE("delete");

    private static final Mutator[] VALUES = values();

    private final String symbol;

    Mutator(String symbol) {
        this.symbol = symbol;
    }

    /** The wire's form, such as {@code +=}. */
    public String symbol() {
        return symbol;
    }

    /** The mutator with this form on the wire, if there is one. */
    public static Optional<Mutator> of(String symbol) {
        for (Mutator mutator : VALUES) {
            if (mutator.symbol.equals(symbol)) {
                return Optional.of(mutator);
            }
        }
        return Optional.empty();
    }

    /** Whether the mutator calculates, element by element, rather than adding or removing elements. */
    boolean isArithmetic() {
        return this != INSERT && this != DELETE;
    }
}
