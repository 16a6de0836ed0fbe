package dev.ovsdb.server.engine;

/** A database is not served any more. The message names it. */
public final class DatabaseClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseClosedException(String message) {
        super(message);
    }
}
