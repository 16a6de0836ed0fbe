package dev.ovsdb.protocol.operation;

import java.util.List;
import java.util.stream.Collectors;

/** A transaction does not suit the schema it was checked against; nothing was sent. */
public final class InvalidTransactionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    private final transient List<Violation> violations;

    InvalidTransactionException(String database, List<Violation> violations) {
        super(message(database, violations));
        this.violations = List.copyOf(violations);
    }

    private static String message(String database, List<Violation> violations) {
        String shown = violations.stream().limit(SHOWN).map(Violation::toString).collect(Collectors.joining("; "));
        int more = violations.size() - SHOWN;
        return "transaction on " + database + ": " + shown + (more > 0 ? "; and " + more + " more" : "");
    }

    /** Each fault with its place, in the order of the operations. */
    public List<Violation> violations() {
        return violations;
    }
}
