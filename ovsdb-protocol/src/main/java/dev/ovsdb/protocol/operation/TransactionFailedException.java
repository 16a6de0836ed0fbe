package dev.ovsdb.protocol.operation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A transaction was not committed, where its caller required that. */
public final class TransactionFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int index;
    private final transient @Nullable Operation operation;
    private final transient OperationError error;

    TransactionFailedException(int index, @Nullable Operation operation, OperationError error, boolean atCommit) {
        super(message(index, operation, error, atCommit));
        this.index = index;
        this.operation = operation;
        this.error = error;
    }

    private static String message(int index, @Nullable Operation operation, OperationError error, boolean atCommit) {
        if (atCommit) {
            return "commit after " + index + " operations failed: " + error.describe();
        }
        return Place.of(index, operation) + " failed: " + error.describe();
    }

    /** The index of the operation that failed; the number of operations if the commit did. */
    public int index() {
        return index;
    }

    /** The operation that failed; empty if the commit did. */
    public Optional<Operation> operation() {
        return Optional.ofNullable(operation);
    }

    public OperationError error() {
        return error;
    }
}
