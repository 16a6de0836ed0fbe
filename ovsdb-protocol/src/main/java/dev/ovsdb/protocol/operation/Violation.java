package dev.ovsdb.protocol.operation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the schema that an operation breaks.
 *
 * @param index the operation's index in its transaction
 * @param op the operation's name on the wire
 * @param rule what is required
 * @param value what is there instead, as JSON text or a name
 */
public record Violation(
        int index,
        String op,
        @Nullable String tableOrNull,
        @Nullable String columnOrNull,
        String rule,
        String value) {
    public Optional<String> table() {
        return Optional.ofNullable(tableOrNull);
    }

    public Optional<String> column() {
        return Optional.ofNullable(columnOrNull);
    }

    /** Place, rule and value in one line. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("operation ").append(index).append(" (").append(op);
        if (tableOrNull != null) {
            text.append(' ').append(tableOrNull);
            if (columnOrNull != null) {
                text.append('.').append(columnOrNull);
            }
        }
        return text.append("): ")
                .append(rule)
                .append(", was ")
                .append(Quote.cut(value))
                .toString();
    }
}
