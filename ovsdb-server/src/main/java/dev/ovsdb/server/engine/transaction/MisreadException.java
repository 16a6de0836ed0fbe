package dev.ovsdb.server.engine.transaction;

/** An operation is not as it should be; what is wrong with it is to be found out by {@link OperationCheck}. */
final class MisreadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MisreadException() {
        super("not an operation for this schema", null, false, false);
    }
}
