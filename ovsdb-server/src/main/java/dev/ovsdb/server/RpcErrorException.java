package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.JsonValue;

/** A call fails with an error for its caller. Thrown by a session's method, or the failure of what it promised. */
public final class RpcErrorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient JsonValue error;

    /** @throws IllegalArgumentException if the error is null */
    public RpcErrorException(JsonValue error) {
        super(error.toString(), null, false, false);
        if (error.isNull()) {
            throw new IllegalArgumentException("an error is not null");
        }
        this.error = error;
    }

    /** An error that is a string. */
    public RpcErrorException(String error) {
        this(JsonValue.of(error));
    }

    public JsonValue error() {
        return error;
    }
}
