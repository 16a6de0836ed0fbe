package dev.ovsdb.cli.log;

/** A file is no database file, or is damaged; the message is the reference's. */
public final class LogException extends Exception {
    private static final long serialVersionUID = 1L;

    LogException(String message) {
        super(message);
    }
}
