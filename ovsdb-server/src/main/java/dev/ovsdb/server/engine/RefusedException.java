package dev.ovsdb.server.engine;

import dev.ovsdb.protocol.operation.OperationError;

/** The engine refused what code in this process asked for. The message tells the error. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient OperationError error;

    RefusedException(OperationError error) {
        super(error.describe());
        this.error = error;
    }

    /** What a client would have been answered. */
    public OperationError error() {
        return error;
    }
}
