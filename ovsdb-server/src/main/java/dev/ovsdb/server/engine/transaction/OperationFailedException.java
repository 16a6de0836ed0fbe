package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.check.RejectedException;

/** An operation fails, and so its transaction. Without a stack trace: it is a client's fault. */
final class OperationFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient OperationError error;

    OperationFailedException(OperationError error) {
        super(error.describe(), null, false, false);
        this.error = error;
    }

    OperationFailedException(ErrorTag tag, String details) {
        this(OperationError.of(tag, details));
    }

    OperationFailedException(RejectedException rejected) {
        this(rejected.error());
    }

    OperationError error() {
        return error;
    }
}
