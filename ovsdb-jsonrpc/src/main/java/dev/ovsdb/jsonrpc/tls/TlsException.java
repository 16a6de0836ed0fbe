package dev.ovsdb.jsonrpc.tls;

import org.jspecify.annotations.Nullable;

/** TLS options cannot be used: a file is missing or unreadable, a key does not fit its certificate, a cipher is unknown. */
public final class TlsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message names the file or option. */
    public TlsException(String message) {
        this(message, null);
    }

    /** The message names the file or option. */
    public TlsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
