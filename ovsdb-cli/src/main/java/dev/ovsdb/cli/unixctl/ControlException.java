package dev.ovsdb.cli.unixctl;

/** A command cannot do what it was asked for. The message is for the one who asked. */
public final class ControlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ControlException(String message) {
        super(message);
    }
}
