package dev.ovsdb.cli.console;

/** The command's thread was interrupted: it is to end as a process does that gets SIGTERM. */
public final class InterruptedCommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InterruptedCommandException() {
        super("terminated");
    }
}
