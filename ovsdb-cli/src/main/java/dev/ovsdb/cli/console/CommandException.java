package dev.ovsdb.cli.console;

/** A command cannot do what it was asked for. The message goes to standard error behind the program's name; the status is 1. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandException(String message) {
        super(message);
    }

    public CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
