package dev.ovsdb.cli.options;

/** A command line has an option that does not exist, is ambiguous, or lacks or has a value. */
public final class OptionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OptionException(String message) {
        super(message);
    }
}
