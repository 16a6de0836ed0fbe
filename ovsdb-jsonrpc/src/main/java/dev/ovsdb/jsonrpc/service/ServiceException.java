package dev.ovsdb.jsonrpc.service;

import dev.ovsdb.jsonrpc.JsonValue;

/** Thrown by a service method, or put into its future, to answer with exactly this error. */
public final class ServiceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient JsonValue error;

    /** Answers with a string. */
    public ServiceException(String error) {
        this(JsonValue.of(error));
    }

    /** @throws IllegalArgumentException if the error is JSON's null */
    public ServiceException(JsonValue error) {
        super(error.toString());
        if (error.isNull()) {
            throw new IllegalArgumentException("the error is null, which means none");
        }
        this.error = error;
    }

    /** The {@code error} member of the reply. */
    public JsonValue error() {
        return error;
    }
}
