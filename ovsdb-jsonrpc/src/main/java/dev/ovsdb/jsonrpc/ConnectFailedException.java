package dev.ovsdb.jsonrpc;

import org.jspecify.annotations.Nullable;

/** No connection came about. */
public final class ConnectFailedException extends JsonRpcException {
    private static final long serialVersionUID = 1L;

    /** Why, so that the caller knows whether trying again can help. */
    public enum Kind {
        /** Nobody listens there. */
        REFUSED,
        /** No way to the host, or the socket's path does not exist. */
        UNREACHABLE,
        /** No answer in time. */
        TIMEOUT,
        /** One side did not trust the other's certificate or name; trying again does not help. */
        UNTRUSTED,
        /** The host name has no address. */
        NAME_NOT_FOUND,
        /** Anything else; see the cause. */
        OTHER
    }

    private final Kind kind;

    /** A failure of a kind; the message names the connection method. */
    public ConnectFailedException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Of what kind it is. */
    public Kind kind() {
        return kind;
    }
}
