package dev.ovsdb.idl.store;

/** An update does not fit what the replica holds: something was missed, or the server is at fault. Reading everything anew heals it. */
public final class InconsistentUpdateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InconsistentUpdateException(String message) {
        super(message);
    }

    InconsistentUpdateException(String message, Throwable cause) {
        super(message, cause);
    }
}
