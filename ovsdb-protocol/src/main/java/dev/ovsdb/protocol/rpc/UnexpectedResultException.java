package dev.ovsdb.protocol.rpc;

import org.jspecify.annotations.Nullable;

/** A peer sent something else than its method calls for. The message says what was expected and quotes the beginning of it. */
public final class UnexpectedResultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String method;

    UnexpectedResultException(String method, String expected, String found, @Nullable Throwable cause) {
        super(
                method + ": expected " + expected + (cause == null ? "" : "; " + cause.getMessage()) + "; received "
                        + found,
                cause);
        this.method = method;
    }

    /** The method or notification that this was for. */
    public String method() {
        return method;
    }
}
