package dev.ovsdb.jsonrpc.service;

import org.jspecify.annotations.Nullable;

/** The peer's parameters are not what the method takes: too few, too many, or of another type. */
public final class InvalidParamsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidParamsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
